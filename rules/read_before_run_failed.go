package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// failed reports a text for a person, or a recipient, with what a request has brought where one
// comes to it when the request has failed: an outage brings nothing, and a page about an error
// no such member. What tells of the error itself is meant.
func (c *orderChecker) failed(r flow.Ref, w *flow.Widget) bool {
	heard := isHeard(r) || r.Property != "" && r.Property == r.Widget.Facts.Receiver
	if w.Facts.Request == nil || !heard && effects.ActOf(r.Widget) != effects.Sets || !c.printsBare(r) ||
		offer.TellsOfError(r.Name(len(r.Segments)-1)) {
		return false
	}
	if known := w.Facts.Outputs.Key(r.Name(2)); known == nil ||
		known.Holds != schemas.HoldsResponseJSON &&
			(known.Holds != schemas.HoldsResponseBody || effects.AfterFailures(r.Widget)) { // of the error, then
		return false
	}
	if d := c.failedReads[w]; d != nil && d.Full() {
		return true
	}
	c.searches++
	path, ok := values.AfterFailure(c.Flow, w, r.Widget)
	if !ok || !heard && (c.unread || !isKeptToSay(c.Flow, r, w, c.saysBare)) {
		return false
	}
	c.reportFailed(r, w, path)
	return true
}

// failedAtOnce is failed for what lies with the request in a loop: there it counts only where the
// failure leads right to the text, as in the first round no other can have filled it.
func (c *orderChecker) failedAtOnce(r flow.Ref, w *flow.Widget) {
	if w.Facts.Request == nil || !isHeard(r) || r.Widget == w {
		return
	}
	i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindFailure && t.Meant == r.Widget })
	if i < 0 || !c.printsBare(r) || offer.TellsOfError(r.Name(len(r.Segments)-1)) || reads.InResponse(c.Flow, r) != w {
		return
	}
	c.reportFailed(r, w, w.Transitions[i:i+1])
}

// reportFailed reports what is read on a path after a failure, once for each request.
func (c *orderChecker) reportFailed(r flow.Ref, w *flow.Widget, path []*flow.Transition) {
	at := r.SegmentPlace(min(3, len(r.Segments)-1))
	if d := c.failedReads[w]; d != nil {
		d.Also(at, "here too")
		return
	}
	if c.failedReads == nil {
		c.failedReads = map[*flow.Widget]*finding.Diagnostic{}
	}
	cure := "give it a default"
	if len(path) == 1 && !effects.AfterFailures(r.Widget) { // the failure leads where an answer does
		cure = "give it a default, or lead that elsewhere"
	}
	c.failedReads[w] = c.Reportf(at, "%s reads %s also after %s of %s, mostly blank then; %s",
		r.Widget.Label(), reads.Path(r), words.Quote(path[0].Event), w.Label(), cure).As(finding.Note).Along(finding.Steps(path, r.Widget))
}

// saysBare reports whether a person gets a value as it is, and counts a search for it.
func (c *orderChecker) saysBare(r flow.Ref) bool {
	if !isHeard(r) || !c.printsBare(r) {
		return false
	}
	c.searches++
	return true
}
