package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkPayments looks at what comes after a payment that was not made.
func checkPayments(p *lint.Pass, read func() map[string]bool) {
	for _, w := range p.Flow.Widgets {
		worked := w.OnKind(schemas.KindSuccess)
		if effects.ActOf(w) != effects.Asks || worked == nil || w.OnKind(schemas.KindFailure) == nil || !p.Flow.Reachable(w) {
			continue
		}
		var d *finding.Diagnostic
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindFailure {
				continue
			}
			told := effects.Next(t, effects.Tells, effects.Asks)
			switch {
			case told != nil && offer.ConfirmsPayment(plainWord(p.Flow, told)):
			case told == nil && t.Meant != nil && t.Meant == worked.Meant && t.Meant.Facts.Request != nil && !read()[w.Name] && !read()[""]:
			default:
				continue
			}
			switch {
			case d != nil:
				d.Relate(t.NextNode, "and "+words.Quote(t.Event))
			case told != nil:
				d = p.Reportf(t.NextNode, "%s of %s, when nothing was paid, leads to %s, which says that it was; say that it was not",
					words.Quote(t.Event), w.Label(), told.Label()).As(finding.Warning).Relate(told, "what is told then")
			default:
				d = p.Reportf(t.NextNode, "%s of %s, when nothing was paid, leads to %s as a payment does, and nothing reads its Result; lead it elsewhere",
					words.Quote(t.Event), w.Label(), t.Meant.Label()).As(finding.Warning)
			}
		}
	}
}
