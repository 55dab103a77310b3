package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportRecorded reports the messages of callers after which the call ends without a word, where
// the flow parts with a word elsewhere, or callers are told how to end a message and so stay on
// the line: once.
func reportRecorded(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil {
		return // the parent may say it
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.TakesMessage || w.Incomplete || !p.Flow.Reachable(w) || !p.Flow.MayHaveCall(w) {
			continue
		}
		t := w.OnKind(schemas.KindSuccess)
		if t == nil || !values.EndsUnheard(p, t) {
			continue
		}
		before := effects.ToldBefore(w)
		switch {
		case offer.Parts(before) || !offer.NamesFinish(before) && (asHungUp(w, t) || !hasLastWord(p)):
		case d == nil:
			d = p.Reportf(t, "%s ends the call without a word (%s): the caller cannot tell that the message was taken; say thank you",
				w.Label(), values.Unsaid(t)).Identify(w.Label())
		default:
			d.Also(t, "so does "+w.Label())
		}
	}
}

// asHungUp reports whether a message that was taken leads to the step that comes also when its
// caller has hung up, or may: the flow takes its end for that of the call.
func asHungUp(w *flow.Widget, done *flow.Transition) bool {
	left := w.OnKind(schemas.KindHangup)
	return left != nil && !left.Ends() && (left.Meant == nil || effects.PastSetting(left) == effects.PastSetting(done))
}

// hasLastWord reports whether something is said on a call that then ends.
func hasLastWord(p *lint.Pass) bool {
	return slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool {
		t := w.Onward()
		return effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall && t != nil && values.EndsUnheard(p, t) && p.Flow.Reachable(w)
	})
}
