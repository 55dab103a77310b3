package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportIdleOptions reports the answers that are offered for something and only bring the question again.
func reportIdleOptions(p *lint.Pass) {
	for _, o := range answers.IdleOptions.Of(p) {
		p.Reportf(o.Branch.Transition.NextNode, "%s is offered for %s, but leads back to %s and does nothing; lead it to what it is for",
			o.Branch.Words(), words.Quote(o.Purpose()), o.Menu.Question.Label()).
			Relate(o.Offer.By, "where it is offered").As(finding.Warning)
	}
}
