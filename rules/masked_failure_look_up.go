package rules

import (
	"iter"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// personLookUps goes over the requests that look the person up, by the transitions on which they fail and work, where
// those lead to different steps.
func personLookUps(p *lint.Pass) iter.Seq2[*flow.Transition, *flow.Transition] {
	return func(yield func(failed, worked *flow.Transition) bool) {
		for _, w := range p.Flow.Widgets {
			failed, worked := w.OnKind(schemas.KindFailure), w.OnKind(schemas.KindSuccess)
			if w.Facts.Request == nil || failed == nil || failed.Meant == nil || worked == nil ||
				worked.Meant == nil || effects.PastIdle(p.Flow, worked) == effects.PastIdle(p.Flow, failed) ||
				!offer.NamesLookingUp(w.Name) || !reads.GivesContact(p.Flow, w) || !p.Flow.Reachable(w) {
				continue
			}
			if !yield(failed, worked) {
				return
			}
		}
	}
}
