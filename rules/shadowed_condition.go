package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "shadowed-condition", Title: "A branch that is never taken",
		Group: finding.Splits, Severity: finding.Warning, Varies: "note when both branches lead to the same place, after a bound of Liquid or another split, for regular expressions, and for a noMatch",
		Doc: `Finds a condition of a Split Based On widget for which an earlier one of the same
split already takes every value: one that stands there twice, "equal_to bar" after
"contains a", "less_than 5" after "less_than 10", an entry of a list that an
earlier branch has too, anything after "blank" and "not blank". It also finds a
branch whose own conditions contradict each other.

Comparisons ignore case and outer spaces, so "Yes" and "yes " are the same. Values
with Liquid in them, and those that a deployment step fills in, are not compared; but as
a note, a number after "less_than {{… | plus: 1}}" that is less for any count. A note, too,
is a regular expression of which an earlier branch takes each of a dozen texts, and a word
that the prompt writes beside the word of an earlier "contains": "a new booking" goes where
"booking" goes. And so is a bound right before a wider one that leads to the same place: before 8:00
and before 18:00, where after 18:00 was meant.

A note, once a flow, is a branch on a count (num greater_than size - 1) to which each way leads over another
split on it by which it cannot be so (num less_than size).

So is, once a flow, a branch on what another split has decided before on each way to it, where nothing sets it anew in
between: messenger: after the branch of whatsapp:; and the word of a noMatch there that is never told.

A note is a "noMatch" that alone leads to a word for a person, where two branches take whatever
comes: equal to GO, and not equal to GO.

Twilio does not document in which order the conditions are tried; the order of the
file is assumed.

Put the more special condition first, correct its value, or remove it. Where it would then
hide an earlier one in turn, the finding says what helps instead.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Facts.Split {
				checkShadows(p, reads.Branches.Of(p)[w.Index])
				checkContradictions(p, w)
				reportNoRest(p, w, reads.Branches.Of(p)[w.Index])
			}
		}
		reportDecidedBefore(p)
		reportRuledOut(p)
		for _, m := range answers.Menus.Of(p) {
			checkPhrase(p, m)
		}
	},
})

func checkShadows(p *lint.Pass, all []reads.Branch) {
	if len(all) < 2 {
		return
	}
	seen := map[string]*tried{}
	for _, b := range all[:min(len(all), split.Max)] {
		if b.Subject == "" {
			continue
		}
		s := seen[b.Subject]
		if s == nil {
			s = &tried{}
			seen[b.Subject] = s
		}
		if !b.Literal {
			if twin := s.twin(p, b); twin != nil {
				reportShadow(p, b, twin, nil)
			}
			continue
		}
		if covering := s.cover(b); covering != nil {
			reportShadow(p, b, covering, s.literal)
		} else if bound := s.below(p, b); bound != nil {
			p.Reportf(b, "%s is hardly ever reached: %s before it takes that value too, unless what it reads is below 0; put it first", b.Words(), bound.Words()).
				As(finding.Note).Relate(*bound, "the earlier condition")
		} else if len(s.literal) > maxTried || !reportWithin(p, b, s.literal) {
			reportEntries(p, b, s.literal)
			reportNarrower(p, b, s.literal)
		}
		s.literal = append(s.literal, b)
		s.order.Add(b.Comparison)
	}
}

// tried are the branches of a split that test one thing, up to some place.
type tried struct {
	literal []reads.Branch
	order   split.Order    // of their comparisons
	liquid  []reads.Branch // whose values are templates
}

// twin returns the earlier branch that compares with the same template in the same
// way.
func (s *tried) twin(p *lint.Pass, b reads.Branch) []reads.Branch {
	if shape.IsPlaceholder(p, b.Condition.Value) {
		return nil
	}
	i := slices.IndexFunc(s.liquid, func(e reads.Branch) bool {
		return e.Condition.Operator == b.Condition.Operator && e.Condition.Value.Text() == b.Condition.Value.Text()
	})
	if i < 0 {
		s.liquid = append(s.liquid, b)
		return nil
	}
	return s.liquid[i : i+1]
}

// below returns an earlier branch for what is less than a count and some more, which
// takes a number too when the count is not negative; nil when there is none.
func (s *tried) below(p *lint.Pass, b reads.Branch) *reads.Branch {
	n, err := strconv.Atoi(b.Comparison.Value())
	if b.Comparison.Operator() != split.EqualTo || err != nil || n < 0 {
		return nil
	}
	i := slices.IndexFunc(s.liquid, func(e reads.Branch) bool {
		t := p.Flow.TemplateAt(e.Condition.Value)
		if e.Comparison.Operator() != split.LessThan || t == nil || len(t.Liquid.Markup) != 1 || len(t.Liquid.Outputs) != 1 {
			return false
		}
		filters := t.Liquid.Outputs[0].Filters()
		if len(filters) != 1 || filters[0].Name != liquid.FilterPlus {
			return false
		}
		more, err := strconv.Atoi(strings.TrimSpace(filters[0].Args.In(t.Text)))
		return err == nil && n < more
	})
	if i < 0 {
		return nil
	}
	return &s.liquid[i]
}

// cover returns the earlier branches that together take every value that b would
// take, nil when there are none.
func (s *tried) cover(b reads.Branch) []reads.Branch {
	var covering []reads.Branch
	for _, i := range s.order.Cover(b.Comparison) {
		covering = append(covering, s.literal[i])
	}
	return covering
}

func reportShadow(p *lint.Pass, b reads.Branch, covering, earlier []reads.Branch) {
	same := true
	var words []string
	for _, c := range covering {
		same = same && c.Transition.Next == b.Transition.Next
		words = append(words, c.Words()+" (to "+reads.Target(c.Transition)+")")
	}
	verb := "takes"
	if n := len(words); n > 1 {
		words, verb = []string{words[0], fmt.Sprintf("%d more", n-1)}, "take"
	}
	var d *finding.Diagnostic
	if same {
		d = p.ReportSomef("", b, "%s adds nothing: %s before it %s those values to the same place; remove it, or correct its value",
			b.Words(), strings.Join(words, " and "), verb).As(finding.Note)
	} else {
		d = p.ReportSomef("", b, "%s (to %s) is never reached: %s before it %s all such values; %s",
			b.Words(), reads.Target(b.Transition), strings.Join(words, " and "), verb, unshadow(b, covering, earlier))
	}
	for _, c := range covering {
		d.Relate(c, "the earlier condition")
	}
}

// unshadow tells what brings back a branch that others before it cover. Put first it would take
// all values of an earlier one in turn, when that compares with the same or is more special.
func unshadow(b reads.Branch, covering, earlier []reads.Branch) string {
	hides := func(e reads.Branch) bool {
		return e.Transition.Next != b.Transition.Next && (!b.Literal || e.Comparison.Implies(b.Comparison))
	}
	i, j := slices.IndexFunc(earlier, hides), slices.IndexFunc(covering, hides)
	switch {
	case j >= 0 && len(covering) == 1:
		return "both take the same; remove one or correct its value"
	case j >= 0:
		return "put first it would hide " + covering[j].Words() + "; correct it or remove it"
	case i >= 0:
		return "put it before that, but after " + earlier[i].Words() + ", or correct it"
	}
	return "put it first or correct it"
}

// checkContradictions looks at branches with several conditions.
func checkContradictions(p *lint.Pass, w *flow.Widget) {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch || len(t.Conditions) < 2 || len(t.Conditions) > split.Max {
			continue
		}
		parts := reads.BranchesOf(p.Document, t)
		for i, b := range parts {
			j := slices.IndexFunc(parts[:i], func(a reads.Branch) bool {
				return a.Literal && b.Literal && a.Subject == b.Subject && a.Subject != "" && b.Comparison.Excludes(a.Comparison)
			})
			if j >= 0 {
				p.Reportf(b, "no value is both %s and %s, so this branch is never taken if both must hold; make it two transitions",
					parts[j].Words(), b.Words()).Relate(parts[j], "the other condition")
				break
			}
		}
	}
}
