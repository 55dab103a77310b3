package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// own reports the question that prints its own answer where what was entered at the one before it is meant: it
// has none yet.
func (c *orderChecker) own(r flow.Ref, w *flow.Widget) {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Asks || !reads.IsAnswer(c.Flow, r) ||
		!slices.Contains(w.Facts.Content, r.Property) || r.Liquid.HasFilter(liquid.FilterDefault) ||
		liquid.HasTags(text) {
		return
	}
	entry := entryBefore(w)
	if entry == nil || reads.Of(c.Flow, w, entry) {
		return
	}
	d, first := c.ReportOncef(w, r.SegmentPlace(1), "%s says %s, its own answer, which is blank by then; what was entered before is that of %s",
		w.Label(), reads.Path(r), entry.Label())
	if first {
		d.Relate(entry, "what was entered")
	}
}

// entryBefore returns the question whose answer leads straight to a widget.
func entryBefore(w *flow.Widget) *flow.Widget {
	for _, t := range effects.Into(w) {
		if t.From != w && effects.ActOf(t.From) == effects.Asks && effects.StoresAnswerOn(t.From, t.Raised()) {
			return t.From
		}
	}
	return nil
}
