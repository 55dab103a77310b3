package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// recordedInstead returns the step that takes a message of callers who are told at a widget that they are put through,
// where it is all that comes: nobody is called before it. nil for none, and where the text speaks of a message.
func recordedInstead(f *flow.Flow, w *flow.Widget, p offer.Promise) *flow.Widget {
	const far = 4
	if p != offer.Transfer || isChat(w) || offer.MaySpeakOfMailbox(effects.Prompt(w).Text()) || !f.Reachable(w) {
		return nil
	}
	t := w.Onward()
	for range far {
		next := effects.PastSetting(t)
		switch act := effects.ActOf(next); {
		case next == nil || next.Incomplete:
			return nil
		case next.Facts.TakesMessage:
			return next
		case act == effects.Tells && next.Needs() == schemas.NeedsCall:
			t = next.Onward()
		case act == effects.Requests && sendsNothing(next):
			t = next.OnKind(schemas.KindSuccess)
		default:
			return nil
		}
	}
	return nil
}
