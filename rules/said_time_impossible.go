package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkSaidImpossible reports the days and times in texts that there are not: once.
func checkSaidImpossible(p *lint.Pass, telling []*flow.Widget) {
	var d *finding.Diagnostic
	for _, w := range telling {
		n := effects.Prompt(w)
		start, end := offer.ImpossibleTime(n.Text())
		switch {
		case end == 0:
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s speaks of %s, which there is not; correct it", w.Label(), words.Quote(n.Text()[start:end])).Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so does "+w.Label())
		}
	}
}
