package rules

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// lookedUp reports a text with what a look-up brings for a number that a person has entered, when nothing asks whether
// there is one of that number and no way tells that there is none: once a flow.
func (c *orderChecker) lookedUp(r flow.Ref, w *flow.Widget) {
	if c.sought || w.Facts.Request == nil || !r.IsContent() || r.Use != liquid.UseOutput ||
		reads.InResponse(c.Flow, r) == nil || reads.IsAll(r) {
		return
	}
	if name := r.Name(len(r.Segments) - 1); offer.NamesText(name) || offer.TellsOfError(name) {
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || c.held.Checked(r) || reads.TestedBefore(c.Flow, w, r.Widget) ||
		tellsUnfound(c.Flow, w.OnKind(schemas.KindFailure)) || c.failsUnfound(w) {
		return
	}
	asked := c.askedForKnown(w)
	if asked == nil || !shape.ClearBefore(c.Pass, r.Widget) || slices.ContainsFunc(c.Flow.OutputRefs(asked.Name), func(other flow.Ref) bool {
		return other.Widget != w && other.Widget.Facts.Request != nil &&
			reads.TestedBefore(c.Flow, other.Widget, r.Widget)
	}) {
		return
	}
	c.sought = true
	c.Reportf(r.Place(), "%s tells %s, looked up for what %s asks for, but nothing tests whether it was found, nor says that it was not; test it, and say so",
		r.Widget.Label(), reads.Path(r), asked.Label()).As(finding.Note).
		Relate(effects.PlaceOfPrompt(asked), "what is asked for").Identify(reads.Path(r))
}

// tellsUnfound reports whether a failure is told as that nothing was found, or as something wrong with the number.
func tellsUnfound(f *flow.Flow, failed *flow.Transition) bool {
	to := effects.PastIdle(f, failed)
	return to != nil && (effects.ActOf(to) == effects.Asks || offer.MentionsUnfound(effects.Prompt(to).Text()))
}

// failsUnfound reports whether a look-up most likely fails where there is none: the number is the end of its path, and the
// failure leads to a person.
func (c *orderChecker) failsUnfound(w *flow.Widget) bool {
	path, _, query := strings.Cut(w.Property(w.Facts.Request.URL).Text(), "?")
	const far = 6
	to := effects.Over(w.OnKind(schemas.KindFailure), far, effects.Tells, effects.Sets, effects.Requests)
	return !query && strings.HasSuffix(path, "}}") && to != nil && effects.ActOf(to) == effects.HandsOver
}

// askedForKnown returns the question for a number of the person's own, of an account or an order, whose answer a
// request is given; nil where it is given none.
func (c *orderChecker) askedForKnown(w *flow.Widget) *flow.Widget {
	for _, t := range c.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			asked := reads.Widget(c.Flow, r)
			if asked != nil && reads.IsGiven(c.Flow, r) && offer.AsksForKnown(effects.Prompt(asked).Text()) {
				return asked
			}
		}
	}
	return nil
}
