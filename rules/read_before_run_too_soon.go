package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// testedTooSoon reports the split on the answer to a question to which one always comes by that split, when the first
// round counts as a wrong answer, or is told to be one: the question was to come first. A loop that begins with its test
// on purpose does neither.
func (c *orderChecker) testedTooSoon(r flow.Ref, question *flow.Widget) {
	test := r.Widget
	otherwise := test.OnKind(schemas.KindNoMatch)
	if c.lost || otherwise == nil || effects.ActOf(test) != effects.Splits || effects.ActOf(question) != effects.Asks || !reads.IsAnswer(c.Flow, r) ||
		c.Flow.ReachedWithout(question, test) {
		return
	}
	for _, b := range reads.Branches.Of(c)[test.Index] {
		if !b.Literal || b.Comparison.HoldsForBlank() != split.No {
			return
		}
	}
	told := effects.Next(otherwise, effects.Tells)
	wrong := told != nil && effects.ActOf(told) == effects.Tells && offer.SaysWrong(effects.Prompt(told).Text())
	if !wrong && !slices.ContainsFunc(slices.Collect(effects.Settings(otherwise)), func(w *flow.Widget) bool {
		return slices.ContainsFunc(c.Flow.Writes(w), func(write flow.Write) bool { return reads.AddsOne(c.Flow, write.Value) })
	}) {
		return
	}
	d, first := c.ReportOncef(question, r.SegmentPlace(1), "%s tests the answer to %s before that is asked: the first time it is blank and counts as a wrong one; come by %s first",
		test.Label(), question.Label(), question.Label())
	if !first {
		return
	}
	if d.Relate(question, "the question"); !wrong {
		d.As(finding.Note)
	}
	c.along(d, test)
}
