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
		next := failed.Meant
		if next != nil && effects.ActOf(next) == effects.Tells && next.Onward() != nil {
			next = next.Onward().Meant
		}
		worked := w.OnKind(schemas.KindSuccess)
		if worked != nil && effects.PastSetting(worked) == effects.PastSetting(failed) {
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
