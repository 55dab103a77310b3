package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSkippedInSilence reports the menus whose branches each keep what was chosen, and past which silence
// leads to the same place: once.
func reportSkippedInSilence(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.Skippeds.Of(p) {
		switch {
		case !s.Silence: // unhandled-no-match
		case d == nil:
			d = p.Reportf(s.By, "%s leads silence (%s) on to %s, as its choices do, but past what sets flow.variables.%s: it is blank then; ask again",
				s.By.From.Label(), words.Quote(s.By.Event), s.To.Label(),
				words.Shorten(s.Key)).As(finding.Note).Relate(s.Menu.Split,
				"the split on the answer").Identify(s.By.From.Label())
		default:
			d.Also(s.By, "so does "+s.By.From.Label())
		}
	}
}
