package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkOnward looks at a request whose failure leads, as its success does, to the split on what it
// brings: that finds nothing, and goes on as if it had been told so.
func checkOnward(p *lint.Pass, w *flow.Widget, worked, failed *flow.Transition) {
	split := effects.PastSetting(failed)
	if split == nil || !split.Facts.Split || effects.PastSetting(worked) != split || !reads.GivenAnswer(p.Flow, w) {
		return
	}
	refs := reads.Compared(p.Flow, split)
	if len(refs) == 0 || slices.ContainsFunc(refs, func(r flow.Ref) bool {
		name, key, ok := r.Output()
		known := w.Facts.Outputs.Key(key)
		return !ok || name != w.Name || known != nil && known.Holds == schemas.HoldsResponseStatus
	}) {
		return
	}
	next := onNothing(p, split)
	if next == nil {
		return
	}
	if to := effects.Next(next, effects.Asks); to != nil && !reads.Of(p.Flow, to, w) {
		p.Reportf(failed.NextNode, "when %s fails (%s), %s finds nothing and goes on to %s; lead the failure elsewhere",
			w.Label(), words.Quote(failed.Event), split.Label(), to.Label()).Relate(to, "what comes next")
	}
}
