package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// greets reports the names of people that a look-up by their number brings, in a text that nobody who is not known
// should hear: nothing asks before whether there is one, and a look-up that fails leads to no text of its own. Once a
// flow.
func (c *orderChecker) greets(r flow.Ref, w *flow.Widget) {
	if c.greeted || w.Facts.Request == nil || !r.IsContent() || r.Use != liquid.UseOutput ||
		reads.InResponse(c.Flow, r) == nil || reads.IsAll(r) || !offer.NamesName(r.Name(len(r.Segments)-1)) ||
		!offer.GreetsNext(r.Text[:r.Liquid.Markup[r.Markup].Start]) {
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || !reads.GivesContact(c.Flow, w) || !begunByAnybody(c.Flow) ||
		reads.TestedBefore(c.Flow, w, r.Widget) || refusesUnknown(w) {
		return
	}
	c.greeted = true
	c.Reportf(r.Place(), "%s calls people by %s, which %s looks up by their number, and nothing tests whether it is there: who is not known hears a gap; test it, or give a default",
		r.Widget.Label(), reads.Path(r), w.Label()).As(finding.Note).Identify(reads.Path(r))
}

// begunByAnybody reports whether whoever calls or writes begins an execution: those who are called are known.
func begunByAnybody(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool { return e.Facts.Person })
}

// refusesUnknown reports whether a failure of a request has a text or a question of its own: a service that knows
// nobody of that number may fail.
func refusesUnknown(w *flow.Widget) bool {
	failed := w.OnKind(schemas.KindFailure)
	to := effects.PastSetting(failed)
	if to == nil || to == effects.PastSetting(w.Onward()) {
		return false
	}
	act := effects.ActOf(to)
	return act == effects.Tells || act == effects.Asks || act == effects.Requests || act == effects.Splits
}
