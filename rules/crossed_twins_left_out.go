package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
)

// reportLeftOutSteps reports the steps that all branches of a split come to but one, which otherwise does the same.
func reportLeftOutSteps(p *lint.Pass) {
	for _, l := range answers.LeftOuts.Of(p) {
		p.Reportf(l.By.PlaceOfNext(),
			"%s skips what %s does, while all others of the %d branches do it first; lead it there, too",
			l.By.From.Label(), l.Step.Label(), l.Count+1).
			Relate(l.Step, "what it leaves out").Identify(l.By.From.Label())
	}
}
