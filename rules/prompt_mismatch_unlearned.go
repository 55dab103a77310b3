package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportUnlearned reports the promises that somebody will come back to a person, of whose answer only the
// execution knows: once.
func reportUnlearned(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, u := range answers.Unlearned.Of(p) {
		if d == nil {
			d = p.Reportf(effects.Prompt(u.By), "%s says %s, but the answer goes nowhere: only the execution knows it; fine if it is fetched from there",
				u.By.Label(), words.Quote(u.Words)).Identify(u.By.Label() + " " + u.Words)
		} else {
			d.Also(effects.Prompt(u.By), "so does "+u.By.Label())
		}
	}
}
