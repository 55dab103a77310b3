package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkLetters reports the examples of several letters of a list which that does not have: those in
// small letters, which are copied with the question, once.
func checkLetters(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks {
			continue
		}
		n := effects.Prompt(w)
		examples, at := offer.Examples(n.Text())
		for _, example := range examples[:min(len(examples), 1)] {
			if missing := offer.Missing(example, n.Text()); missing != "" && p.Flow.Reachable(w) {
				p.Reportf(n.Part(at, at+len(example)), "%s gives %s as an example, but lists no %s; correct it", w.Label(), words.Quote(example), words.Quote(missing))
			}
		}
		switch example, at := offer.Unlisted(n.Text()); {
		case example == "" || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n.Part(at, at+len(example)), "%s gives %s as an example, but its list has other letters; correct it", w.Label(), words.Quote(example)).Identify(w.Label())
		default:
			d.Also(n.Part(at, at+len(example)), "so does "+w.Label())
		}
	}
}

// checkExample reports an example that no branch of a menu takes, which it asks again for.
func checkExample(p *lint.Pass, m *answers.Menu) {
	n := effects.Prompt(m.Question)
	examples, at := offer.Examples(n.Text())
	if len(examples) == 0 || !m.Again() || !m.SingleKeys() {
		return
	}
	for _, example := range examples {
		if len(example) == 1 && !m.Takes(example) && !slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Answer == example }) {
			p.Reportf(n.Part(at, at+len(examples[0])), "%s gives %s as an example, which no branch of %s takes; correct it", m.Question.Label(), words.Quote(example), m.Split.Label()).
				Relate(m.Split, "the split on the answer")
			return
		}
	}
}
