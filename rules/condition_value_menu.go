package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMistyped reports the texts that were most likely to be an answer which the prompt offers,
// and which no branch takes.
func reportMistyped(p *lint.Pass) {
	for _, m := range answers.Mistypes.Of(p) {
		if m.List {
			p.Reportf(*m.Branch, "only the whole text %s takes this branch, and the prompt offers %s; use matches_any_of and commas",
				words.Quote(m.Text), words.Quote(m.Offered)).Relate(m.Question, "the prompt")
			continue
		}
		p.Reportf(*m.Branch, "the prompt offers %s, which no branch takes, and this one %s; did you mean the former?",
			words.Quote(m.Offered), words.Quote(m.Text)).Relate(m.Question, "the prompt")
	}
}

// reportAnything reports the menus by message whose only branch wants any answer, though the
// prompt lists the answers, and which ask again when none fits: once, a message has a text.
func reportAnything(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.Menus.Of(p) {
		switch {
		case !takesAnything(m):
		case d == nil:
			d = p.Reportf(m.Branches[0], "%s takes whatever is written, so no answer to %s ever counts as wrong; compare with what it lists",
				m.Branches[0].Words(), m.Question.Label()).As(finding.Note).Relate(m.Question, "the list")
		default:
			d.Also(m.Branches[0], "and no answer to "+m.Question.Label())
		}
	}
}

func takesAnything(m *answers.Menu) bool {
	const fewest = 3 // lines that make a list
	if len(m.Branches) != 1 || m.Branches[0].Comparison.Operator() != split.IsNotBlank || m.Question.Needs() != schemas.NeedsMessage || !m.Again() {
		return false
	}
	return len(m.Offers) >= fewest || offer.HasLines(effects.Prompt(m.Question).Text(), fewest)
}
