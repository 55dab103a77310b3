package rules

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// keyedAt returns the question for a caller's own number of several digits that a reference reads as it was keyed;
// nil for another one.
func keyedAt(f *flow.Flow, r flow.Ref) *flow.Widget {
	w := reads.Widget(f, r)
	if w == nil || w.Facts.KeyEntry == nil || !reads.IsAnswer(f, r) || w.Facts.Outputs.Key(r.Name(2)).Speech {
		return nil
	}
	count, known := w.Property(w.Facts.KeyEntry.Count).Number()
	if text := effects.Prompt(w).Text(); known && count < 2 ||
		!offer.AsksForOwn(text) && (!offer.AsksNumber(text) || strings.Contains(text, "number of ")) {
		return nil
	}
	return w
}

// checkKeyed reports the digits of a caller's own number that go into JSON as a value: those of some begin with 0, as
// no number in JSON does.
func (c *escapeChecker) checkKeyed(r flow.Ref) {
	if w := keyedAt(c.Flow, r); w != nil && c.positions.Of(r).Value && c.Flow.Reachable(r.Widget) {
		c.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s puts the digits of %s into JSON without quotes, and a 0 at their beginning breaks it; write quotes around",
			r.Widget.Label(), w.Label())
	}
}
