package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// reportConsent reports the question whether the call may be recorded that comes when it is recorded already, in a flow
// that ends no recording. Once.
func reportConsent(p *lint.Pass) {
	i := slices.IndexFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return w.Facts.IncomingOnly && p.Flow.Reachable(w) })
	if i < 0 || slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return w.Facts.IncomingOnly && stopsRecording(w) }) {
		return
	}
	recorder := p.Flow.Widgets[i]
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsCall || !offer.AsksToRecord(effects.Prompt(w).Text()) || !p.Flow.Reachable(w) {
			continue
		}
		if p.Flow.HasRun(recorder, w) {
			p.Reportf(w, "%s asks whether the call may be recorded, and %s records it by then; ask first, and record when one agrees",
				w.Label(), recorder.Label()).As(finding.Note).Relate(recorder, "the recording")
			return
		}
	}
}

// stopsRecording reports whether a widget ends the recording, or may.
func stopsRecording(w *flow.Widget) bool {
	n := w.Property(w.Facts.Records)
	on, ok := n.Bool()
	return n.Exists() && !(ok && on || n.Text() == "true")
}
