package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportForwarded reports the request that passes on what somebody has written and ends also when it fails, in
// a flow that says nothing: once.
func reportForwarded(p *lint.Pass, normal flow.Routes) {
	for _, w := range p.Flow.Widgets {
		open, done := w.OnKind(schemas.KindFailure), w.OnKind(schemas.KindSuccess)
		if effects.ActOf(w) != effects.Requests || open == nil || !open.Ends() || done != nil && !done.Ends() || w.Repeats() || !normal.Reach(w) {
			continue
		}
		if values.Waiting.Of(p)[w.Index] == values.Wrote && !words.KeepsRecord(w.Name) &&
			!slices.Contains(values.Noticed.Of(p), true) && reads.GivenMessage(p, w) {
			p.Reportf(open, "when %s fails (%s), what was written is lost, and nobody learns of it; try again, or tell somebody",
				w.Label(), words.Quote(open.Event)).As(finding.Note).Identify(w.Label())
			return
		}
	}
}
