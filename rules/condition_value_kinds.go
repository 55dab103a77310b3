package rules

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkKinds looks at what the branches of a flow take one value for: for a number and
// for a word, which it cannot both be.
func checkKinds(p *lint.Pass) {
	seen := map[string]*kinds{}
	var order []*kinds
	for _, w := range p.Flow.Widgets {
		inSplit := map[string]*kinds{}
		all := reads.Branches.Of(p)[w.Index]
		for _, b := range all[:min(len(all), split.Max)] {
			if b.Subject == "" || !b.Literal {
				continue
			}
			k := inSplit[b.Subject]
			if k == nil {
				k = &kinds{}
				inSplit[b.Subject] = k
				order = append(order, k)
			}
			k.see(b)
			if !stays(p.Flow, b) {
				continue
			}
			if k = seen[b.Subject]; k == nil {
				k = &kinds{}
				seen[b.Subject] = k
				order = append(order, k)
			}
			k.seeIn(b)
		}
	}
	told := map[string]bool{}
	for _, k := range order {
		if s := k.subject(); !told[s] && k.report(p) {
			told[s] = true
		}
	}
}

// stays reports whether what a branch tests is the same in the whole flow: it is no
// variable, which may be set to another kind of thing meanwhile.
func stays(f *flow.Flow, b reads.Branch) bool {
	r, ok := reads.OnlyRead(f, b.Condition)
	if !ok {
		return false
	}
	_, variable := reads.VariableOf(f, r)
	return !variable
}

// kinds are the branches of a split on one value by what they take it for.
type kinds struct {
	truth, number, below, word *reads.Branch // the first of each
	numbers                    int           // how many compare with a number, below apart
}

// subject is what is tested.
func (k *kinds) subject() string {
	for _, b := range []*reads.Branch{k.truth, k.number, k.below, k.word} {
		if b != nil {
			return b.Subject
		}
	}
	return ""
}

// seeIn takes a branch of any split for the comparison with true or false and with a
// number, also by equal_to.
func (k *kinds) seeIn(b reads.Branch) {
	texts, equal := b.Comparison.Texts()
	switch {
	case k.truth == nil && equal && (b.Comparison.Value() == "true" || b.Comparison.Value() == "false"):
		k.truth = &b
	case k.number == nil && equal && b.Comparison.Operator() == split.EqualTo && split.IsNumber(texts[0]):
		k.number = &b
	case k.number == nil && split.IsBound(b.Comparison.Operator()) &&
		split.IsNumber(b.Comparison.Value()):
		k.number = &b
	}
}

func (k *kinds) see(b reads.Branch) {
	first := func(of **reads.Branch) {
		if *of == nil {
			*of = &b
		}
	}
	value := b.Comparison.Value()
	switch operator := b.Comparison.Operator(); {
	case operator == split.LessThan && split.IsNumber(value):
		if strings.Trim(value, "0123456789") == "" {
			first(&k.below) // a length is a whole number
		}
		first(&k.number)
	case operator == split.GreaterThan && split.IsNumber(value), operator == split.Regex:
		k.numbers++
		if operator != split.Regex {
			first(&k.number)
		}
	case !split.Names(operator):
	case value == "true" || value == "false":
		first(&k.truth)
	default:
		texts, _ := b.Comparison.Texts()
		if slices.ContainsFunc(texts, split.IsNumber) {
			k.numbers++
		} else if len(texts) > 0 {
			first(&k.word)
		}
	}
}

func (k *kinds) report(p *lint.Pass) bool {
	switch {
	case k.truth != nil && k.number != nil && k.number.Comparison.Operator() == split.EqualTo && k.truth.Transition.From == k.number.Transition.From:
		return false // whoever takes both true and 1 for a yes knows of both
	case k.truth != nil && k.number != nil:
		where := "this split compares one value"
		if k.truth.Transition.From != k.number.Transition.From {
			where = fmt.Sprintf("%s and %s compare one value", k.truth.Transition.From.Label(), k.number.Transition.From.Label())
		}
		p.Reportf(*k.number, "%s with %s and with a number (%s), and it cannot be both; write what the value is",
			where, words.Quote(k.truth.Comparison.Value()), k.number.Words()).As(finding.Note).Relate(*k.truth,
			"compared with "+words.Quote(k.truth.Comparison.Value())+" here")
	case k.below != nil && k.word != nil && k.numbers == 0 && answers.SizedDigits(p.Document, *k.below) == 0 && asksForWords(p, k.below.Condition):
		p.Reportf(*k.below, "%s compares numbers, not lengths, and beside it the answer is compared with words (%s), so a word never takes this branch; for a length use | size",
			k.below.Words(), k.word.Words()).As(finding.Note).Relate(*k.word, "compared with words here")
	default:
		return false
	}
	return true
}

// asksForWords reports whether a condition tests what a person wrote to a question that
// asks for no number, as far as its text tells.
func asksForWords(p *lint.Pass, c flow.Condition) bool {
	r, ok := reads.TestedAnswer(p.Flow, c)
	if !ok || r.Template.Liquid.HasFilter(liquid.FilterSize) {
		return false
	}
	v := reads.Value(p.Flow, r)
	asked := reads.Widget(p.Flow, r)
	if v == nil || !v.Person || v.Speech || asked == nil {
		return false
	}
	for _, name := range asked.Facts.Content {
		if text := asked.Property(name).Text(); offer.MayAskForNumber(text) {
			return false
		}
	}
	return true
}
