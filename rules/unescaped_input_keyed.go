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
	if text := effects.Prompt(w).Text(); known && count < 2 || !offer.AsksForOwn(text) && (!offer.AsksNumber(text) || strings.Contains(text, "number of ")) {
		return nil
	}
	return w
}
