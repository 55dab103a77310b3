package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportEnteredElsewhere reports the answers that are offered to enter something again, and lead to another
// question.
func reportEnteredElsewhere(p *lint.Pass) {
	for _, a := range answers.Astrays.Of(p) {
		if !shape.Clear(p, a.Branch.Transition.From, a.Here, a.Asks) {
			continue
		}
		p.Reportf(a.Branch.Transition.NextNode, "%s is offered %s, but leads to %s, which asks something else than %s; lead it there",
			a.Branch.Words(), words.Quote(strings.Trim(a.Purpose, " ,.")), a.Asks.Label(), a.Entered.Label()).As(finding.Note).
			Relate(effects.PlaceOfPrompt(a.Here), "where it is offered").Relate(a.Entered, "where it was entered")
	}
}
