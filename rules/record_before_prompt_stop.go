package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// reportIdleStops reports the steps that stop a recording where none can have begun.
func reportIdleStops(p *lint.Pass) {
	var before *flow.Some
	for _, w := range p.Flow.Widgets {
		if !w.Facts.IncomingOnly || !recordsNothing(w) || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		if before == nil {
			before = p.Flow.Some(mayRecord)
		}
		if p.Flow.Entry(flow.ParentEvent) != nil || before.Precede(w) {
			continue
		}
		p.Reportf(w.Property(w.Facts.Records), "%s stops a recording, and none has begun; write true", w.Label()).As(finding.Warning)
	}
}

// recordsNothing reports whether a widget that can record a call is told not to.
func recordsNothing(w *flow.Widget) bool {
	on, ok := w.Property(w.Facts.Records).Bool()
	return w.Facts.Records != "" && ok && !on
}

// mayRecord reports whether a recording of the call may begin at a widget: itself, or what it calls, does that.
func mayRecord(w *flow.Widget) bool {
	if w.Facts.Records != "" {
		return !recordsNothing(w)
	}
	switch effects.ActOf(w) {
	case effects.Anything, effects.Requests, effects.RunsFlow, effects.Works, effects.HandsOver, effects.Dials:
		return true
	}
	return w.Incomplete
}
