package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSkipped reports the menus whose branches each keep what was chosen, and past which an answer that fits
// none leads to the same place: once.
func reportSkipped(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.Skippeds.Of(p) {
		switch {
		case s.Silence: // unhandled-timeout
		case d == nil:
			d = p.Reportf(s.By, "%s leads what fits no branch on to %s, as all branches do, but past what sets flow.variables.%s: it is blank then; ask again",
				s.By.From.Label(), s.To.Label(), words.Shorten(s.Key)).As(finding.Note).Relate(s.Menu.Question, "the question").Identify(s.By.From.Label())
		default:
			d.Also(s.By, "so does "+s.By.From.Label())
		}
	}
}
