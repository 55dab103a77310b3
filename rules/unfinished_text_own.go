package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOwnFigures reports the texts that tell everybody the same figure as their own: once.
func reportOwnFigures(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !effects.IsTold(w) || len(w.Facts.Content) == 0 || w.Incomplete {
			continue
		}
		n := effects.Prompt(w)
		text := n.Text()
		start, end := offer.OwnFigure(text)
		switch {
		case end == 0 || !effects.IsForContact(p.Flow, w) || !p.Flow.Reachable(w):
		case d == nil:
			who := "whoever reads it"
			if w.Needs() == schemas.NeedsCall {
				who = "every caller"
			}
			d = p.Reportf(n.Part(start, end), "%s tells %s the same, %s, as their own; put {{…}} there", w.Label(), who, words.Quote(text[start:end])).Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so does "+w.Label())
		}
	}
}
