package answers

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// isDropped reports whether a text says of something that was only talked about that it is cancelled: each way there is a
// branch of a split beside one that leads to the request which was to make it, of answers to earlier questions. Then
// nothing has been made, and nothing need be undone.
func isDropped(f *flow.Flow, w *flow.Widget, said string) bool {
	into := effects.Into(w)
	return len(into) > 0 && offer.TellsCancelled(said) && !slices.ContainsFunc(into, func(t *flow.Transition) bool {
		return effects.ActOf(t.From) != effects.Splits || !leadsToDeed(f, t.From)
	})
}

// leadsToDeed reports whether a branch of a split leads to a request that is given the answer to another question than the
// one which the split is on.
func leadsToDeed(f *flow.Flow, split *flow.Widget) bool {
	asked := reads.Asked(f, split)
	return asked != nil && slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool {
		deed := effects.PastSetting(t)
		return deed != nil && deed.Facts.Request != nil && f.Reads(deed, func(r flow.Ref) bool {
			q := reads.Widget(f, reads.Origin(f, r))
			return q != nil && q != asked && effects.ActOf(q) == effects.Asks
		})
	})
}
