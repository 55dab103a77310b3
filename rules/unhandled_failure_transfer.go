package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// carriesOutTransfer reports whether a request is what a person was told to be put through by, so that he waits for
// somebody when it has failed, though nothing comes after it.
func carriesOutTransfer(w *flow.Widget) bool {
	const most = 4 // steps between
	if effects.ActOf(w) != effects.Requests || words.KeepsRecord(w.Name) {
		return false
	}
	for range most {
		into := effects.Into(w)
		if len(into) == 0 || slices.ContainsFunc(into, func(t *flow.Transition) bool { return t.From != into[0].From }) {
			return false
		}
		switch w = into[0].From; effects.ActOf(w) {
		case effects.Tells:
			_, said := offer.Promises(effects.Prompt(w).Text(), offer.Transfer)
			return said
		case effects.Requests, effects.Sets:
		default:
			return false
		}
	}
	return false
}
