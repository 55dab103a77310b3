package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportSaysContrary reports the texts that tell of the contrary of what the request before them does, by its name, its
// address or what it is given: once.
func reportSaysContrary(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, c := range answers.Contraries(p) {
		n, act, asks := effects.Prompt(c.Told), "is cancelled", ""
		if c.Says == offer.Books {
			act = "is booked or confirmed"
		}
		if c.By != "" {
			asks = ", which asks for " + words.Quote(c.By)
		}
		if d != nil {
			d.Also(n, "so does "+c.Told.Label())
			continue
		}
		d = p.Reportf(n, "%s comes when %s has worked%s, and says that something %s; say what was done", c.Told.Label(),
			c.Request.Label(), asks, act).Relate(c.Worked, "what leads there").Identify(c.Request.Label())
	}
}
