package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkPayments looks at what comes after a payment that was not made.
func checkPayments(p *lint.Pass, read func() map[string]bool) {
	for _, w := range p.Flow.Widgets {
		worked := w.OnKind(schemas.KindSuccess)
		if !w.Facts.TakesPayment || worked == nil || !p.Flow.Reachable(w) {
			continue
		}
		var d *finding.Diagnostic
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindFailure {
				continue
			}
			told := effects.Next(t, effects.Tells, effects.Asks)
			severity := finding.Warning
			if told == nil || !offer.ConfirmsPayment(plainWord(p.Flow, told)) {
				if severity = takenAsPaid(p.Flow, t, worked, told); severity == finding.Off || read()[w.Name] || read()[""] {
					continue
				}
				told = nil
			}
			switch {
			case d != nil:
				d.Relate(t.NextNode, "and "+words.Quote(t.Event))
			case told != nil:
				d = p.Reportf(t.NextNode, "%s of %s, when nothing was paid, leads to %s, which says that it was; say that it was not",
					words.Quote(t.Event), w.Label(), told.Label()).As(finding.Warning).Relate(told, "what is told then")
			default:
				d = p.Reportf(t.NextNode, "%s of %s, when nothing was paid, leads to %s as a payment does, and nothing reads its Result; lead it elsewhere",
					words.Quote(t.Event), w.Label(), t.Meant.Label()).As(severity)
			}
		}
	}
}

// takenAsPaid returns how bad it is that a failure leads where a payment does, and Off when it does not: to the
// same request, or to the same words, which may be a goodbye.
func takenAsPaid(f *flow.Flow, failed, worked *flow.Transition, told *flow.Widget) finding.Severity {
	switch {
	case told == nil && effects.PastIdle(f, failed) != nil &&
		effects.PastIdle(f, failed) == effects.PastIdle(f, worked) && effects.PastIdle(f, failed).Facts.Request != nil:
		return finding.Warning
	case told != nil && told == effects.Next(worked, effects.Tells) && hidesRefusal(f, told):
		return finding.Note
	}
	return finding.Off
}

// hidesRefusal reports whether a text, which is known and more than a goodbye, says nothing of a payment that
// was not made.
func hidesRefusal(f *flow.Flow, told *flow.Widget) bool {
	text := effects.Prompt(told).Text()
	return text != "" && plainWord(f, told) == text && !offer.MayRegret(text) && offer.SaysMoreThanBye(text)
}
