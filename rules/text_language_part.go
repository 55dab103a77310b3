package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportParts reports the questions of which one choice is offered in another language than the others: once a flow.
func reportParts(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.Prompt(w)
		part, in, rest := offer.OddPart(n.Text())
		switch {
		case part == "":
		case d == nil:
			d = p.Reportf(n, "%s offers %s in %s, and the rest in %s; translate it",
				w.Label(), words.Quote(part), words.TongueName(in), words.TongueName(rest)).
				As(finding.Note).Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}
