package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportOpen reports the splits that look for a yes or a no after a question that asks how, what or which: once.
func reportOpen(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.AllMenus.Of(p) {
		text := effects.ToldBefore(m.Question)
		switch {
		case m.Question.Facts.KeyEntry != nil && !m.Spoken || !m.Fixed || len(m.Offers) > 0 ||
			!looksForDecision(m.Branches) || !offer.AsksOpenly(text) || answers.YesOrNo(text):
		case d == nil:
			b := m.Branches[0]
			d = p.Reportf(b, "%s looks for a yes or a no, but %s asks for something else; compare with what people answer",
				m.Split.Label(), m.Question.Label()).
				As(finding.Note).Relate(effects.PlaceOfPrompt(m.Question), "the question").Identify(m.Split.Label())
		default:
			d.Also(m.Branches[0], "so does "+m.Split.Label())
		}
	}
}

// looksForDecision reports whether branches are taken for yes, and for no, and for nothing else.
func looksForDecision(branches []reads.Branch) bool {
	const longest = 16 // bytes of such words
	yes, no := false, false
	for _, b := range branches {
		if !b.Literal || len(b.Comparison.Value()) > longest {
			return false
		}
		texts, ok := b.Comparison.Texts()
		if split.TakesLonger(b.Comparison.Operator()) {
			texts, ok = []string{b.Comparison.Value()}, true
		}
		if !ok {
			return false
		}
		for _, text := range texts {
			text = strings.ToLower(strings.Trim(text, " .!"))
			yes = yes || words.IsYes(text)
			no = no || words.IsNo(text)
			if !words.IsYes(text) && !words.IsNo(text) {
				return false
			}
		}
	}
	return yes && no
}
