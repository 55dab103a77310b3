package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportCopyTried reports a request whose failure leads, over a text at most, to another one that sends the
// same to the same address: once.
func reportCopyTried(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		failed := w.OnKind(schemas.KindFailure)
		if w.Facts.Request == nil || failed == nil || !p.Flow.Reachable(w) {
			continue
		}
		const far = 2
		next := effects.OverIdle(p.Flow, failed, far, effects.Tells)
		worked := w.OnKind(schemas.KindSuccess)
		if worked != nil && effects.PastIdle(p.Flow, worked) == effects.PastIdle(p.Flow, failed) {
			continue // what comes next comes either way: nothing is tried again
		}
		if next == nil || next == w || !twins.AreAlike(w, next) || w.Property("url").Text() == "" {
			continue
		}
		p.Reportf(failed.NextNode, "when %s fails (%s), %s sends the same to the same place at once, which mostly fails again; lead the failure elsewhere",
			w.Label(), words.Quote(failed.Event), next.Label()).As(finding.Note).Relate(next, "the same once more").Identify(w.Label())
		return
	}
}
