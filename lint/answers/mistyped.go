package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// A Mistyped is a text that a branch compares with, and the answer that its prompt offers instead,
// which no branch takes.
type Mistyped struct {
	Question      *flow.Widget
	Branch        *reads.Branch
	Text, Offered string
	List          bool // the text is a list of answers, put together as people write one
}

// Mistypes are those of a flow: an answer with a slip, in quotes, or several in one text.
var Mistypes = lint.NewFact(func(d *project.Document) (all []Mistyped) {
	for _, m := range AllMenus.Of(d) {
		all = m.mistyped(all)
	}
	return all
})

func (m *Menu) mistyped(all []Mistyped) []Mistyped {
	var open []string // what is offered in vain
	for i := range m.Offers {
		if o := &m.Offers[i]; o.By == m.Question && len(o.Answer) > 1 && !m.Takes(o.Answer) {
			open = append(open, strings.ToLower(o.Answer))
		}
	}
	if len(open) == 0 {
		return m.mistypedLabels(all)
	}
	for i := range m.Branches {
		b := &m.Branches[i]
		texts, ok := b.Comparison.Texts()
		if !ok && split.TakesLonger(b.Comparison.Operator()) {
			texts = []string{b.Comparison.Value()}
		}
		for _, text := range texts[:min(len(texts), 20)] {
			offered, list := meant(text, open)
			if offered == "" || m.offersText(text) || list && b.Comparison.Operator() == split.MatchesAnyOf {
				continue // condition-value tells of that list
			}
			if !slices.Contains(accents, [2]string{text, offered}) && !slices.Contains(accents, [2]string{offered, text}) {
				all = append(all, Mistyped{m.Question, b, text, offered, list})
				break
			}
		}
	}
	return all
}

// mistypedLabels adds the words beside a number that a branch takes, where the prompt has another one beside it, from
// which they differ by a slip.
func (m *Menu) mistypedLabels(all []Mistyped) []Mistyped {
	const short = 5 // letters
	if m.Question.Facts.KeyEntry != nil && !m.Spoken {
		return all
	}
	for i := range m.Branches {
		b := &m.Branches[i]
		texts, ok := b.Comparison.Texts()
		if !ok || len(texts) < 2 {
			continue
		}
		at := slices.IndexFunc(m.Offers, func(o Offer) bool {
			return o.By == m.Question && slices.Contains(texts, strings.ToLower(o.Answer))
		})
		if at < 0 {
			continue
		}
		label := offer.WithoutArticle(strings.ToLower(labelOf(m.Offers[at])))
		i := slices.IndexFunc(texts, func(text string) bool {
			return len(text) >= short && words.OneApart(text, label) && !words.ArePlural(text, label) &&
				words.Unaccented(text) != words.Unaccented(label)
		})
		if i >= 0 && !slices.Contains(texts, label) {
			all = append(all, Mistyped{m.Question, b, texts[i], label, false})
		}
	}
	return all
}

func (m *Menu) offersText(text string) bool {
	return slices.ContainsFunc(m.Offers, func(o Offer) bool { return strings.EqualFold(o.Answer, text) })
}

// meant returns which of some answers a text was most likely to be; "" for none.
func meant(text string, answers []string) (answer string, list bool) {
	if bare := strings.Trim(text, "\"'“”‘’.!;: "); len(text) > 2 && bare != text && slices.Contains(answers, bare) {
		return bare, false
	}
	for _, between := range []string{" or ", " o ", " ou ", " oder ", " and ", "/", "|", ";"} {
		if !strings.Contains(text, between) {
			continue
		}
		for part := range strings.SplitSeq(text, between) {
			if part = strings.TrimSpace(part); slices.Contains(answers, part) {
				return part, true
			}
		}
	}
	const short = 3
	i := slices.IndexFunc(answers, func(answer string) bool {
		return min(len(text), len(answer)) >= short && len(text) != len(answer)+2 && words.OneApart(text, answer)
	})
	if i < 0 {
		return "", false
	}
	return answers[i], false
}
