package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLeft reports the calls after which something is done that needs no caller any more, but not when the caller
// is the one who hangs up: once.
func reportLeft(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		left := w.OnKind(schemas.KindHangup)
		if w.Incomplete || left == nil || !left.Ends() {
			continue
		}
		switch work := workAfter(p, w, t); {
		case work == nil:
		case d == nil:
			d = p.Reportf(left, "when the caller hangs up on %s, %s is left out, since %s ends there; lead that to %s, which runs without the caller",
				w.Label(), work.Label(), words.Quote(left.Event), work.Label()).As(finding.Note).Relate(work, "what is left out")
		default:
			d.Also(left, "so is "+work.Label()+" after "+w.Label())
		}
	}
}

// workAfter returns what is done without the caller after a call that was talked to; nil when there is nothing. Who hangs
// up has most likely talked, so what is for a call that nobody took would be done after each talk.
func workAfter(p *lint.Pass, call *flow.Widget, t *flow.Transition) *flow.Widget {
	return doneWithout(p.Flow, onResult(p, call, t, call.Facts.Transfer.Taken[0]))
}

// doneWithout returns the request or the message that comes by a transition, perhaps over variables and last words, and
// that does not serve the rest of the call.
func doneWithout(f *flow.Flow, t *flow.Transition) *flow.Widget {
	const far = 4
	for w := range t.Ahead(far) {
		switch act := effects.ActOf(w); {
		case act == effects.Sets, act == effects.Tells && w.Needs() == schemas.NeedsCall:
		case servesCall(w):
			return nil
		case act == effects.Tells && w.Needs() == schemas.NeedsMessage:
			return w
		case act != effects.Requests || values.Pauses(w) || reads.Stored(f, w, nil) || leadsToTalk(w):
			return nil
		default:
			return w
		}
	}
	return nil
}

// leadsToTalk reports whether somebody is called, asked or told something on the line when a request has worked, and not
// when it has failed: then it decides how the call goes on.
func leadsToTalk(w *flow.Widget) bool {
	next := effects.PastSetting(w.OnKind(schemas.KindSuccess))
	return next != nil && (next.Needs() == schemas.NeedsCall || next.Facts.Split) && effects.PastSetting(w.OnKind(schemas.KindFailure)) != next
}

// servesCall reports whether a request or a message comes in the midst of a call: however it goes, the caller is led on,
// put into a queue, asked or recorded after it.
func servesCall(w *flow.Widget) bool {
	worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
	return worked != nil && failed != nil && goesOnWithCaller(worked) && goesOnWithCaller(failed)
}

// goesOnWithCaller reports whether a transition leads, over what sets, requests and tells something, to a step that is
// done with the caller: a call, a queue, a question or a recording.
func goesOnWithCaller(t *flow.Transition) bool {
	const far = 8
	for w := range t.Ahead(far) {
		switch effects.ActOf(w) {
		case effects.Sets, effects.Tells, effects.Requests:
		default:
			return w.Needs() == schemas.NeedsCall && !w.Facts.Split
		}
	}
	return false
}
