package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportUnlearned reports the promises that somebody will come back to a person, of whose answer only the
// execution knows, or for whom there is no task: each kind once.
func reportUnlearned(p *lint.Pass) {
	var fetched, idle *finding.Diagnostic
	for _, u := range answers.Unlearned.Of(p) {
		d := &fetched
		if u.Elsewhere != nil {
			d = &idle
		}
		switch {
		case *d != nil:
			(*d).Also(effects.Prompt(u.By), "so does "+u.By.Label())
		case u.Elsewhere != nil:
			idle = p.Reportf(effects.Prompt(u.By), "%s says %s, but no way leads from here to %s, which makes the tasks; make one here, or change the text",
				u.By.Label(), words.Quote(u.Words), u.Elsewhere.Label()).Identify(u.By.Label() + " " + u.Words)
		default:
			fetched = p.Reportf(effects.Prompt(u.By), "%s says %s, but the answer goes nowhere: only the execution knows it; fine if it is fetched from there",
				u.By.Label(), words.Quote(u.Words)).Identify(u.By.Label() + " " + u.Words)
		}
	}
}

// reportUntoldWays reports the promises that somebody will come back to a person, where one way leads to them past
// whatever tells somebody: once.
func reportUntoldWays(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, u := range answers.UntoldWays.Of(p) {
		if d == nil {
			d = p.Reportf(effects.Prompt(u.By), "%s says %s, also after %s of %s, where nobody is told; tell somebody, or change the text",
				u.By.Label(), words.Quote(u.Words), words.Quote(u.Last.Event), u.Last.From.Label()).
				Relate(u.Last, "where that way begins").Along(values.Route(p, u.Ways, u.By)).Identify(u.By.Label() + " " + u.Words)
		} else {
			d.Also(effects.Prompt(u.By), "so does "+u.By.Label())
		}
	}
}
