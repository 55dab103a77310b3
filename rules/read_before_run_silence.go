package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// unstored reports what is read on the way on which a question, or another step, is left without storing it,
// though an earlier round may have stored something, and whether it is such a one.
func (c *orderChecker) unstored(r flow.Ref, w *flow.Widget) bool {
	last := lastStep(r.Widget, w)
	if last == nil || !w.Facts.Known() {
		return false
	}
	events := storedOn(r, w, w.Facts)
	if events == nil || slices.ContainsFunc(effects.Into(last), func(t *flow.Transition) bool { return slices.Contains(events, t.Raised()) }) {
		return false
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) {
		return false
	}
	if r.Widget.Facts.Split && slices.ContainsFunc(reads.Branches.Of(c.Pass)[r.Widget.Index],
		func(b reads.Branch) bool { return b.Comparison.HoldsForBlank() != split.No }) {
		return false
	}
	by := make([]string, 0, len(last.In))
	for _, t := range effects.Into(last) {
		by = append(by, t.Raised())
	}
	key := min(2, len(r.Segments)-1)
	if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(key), "%s reads %s, but comes right after %s on %s, and that is stored on %s: it is blank, or of an earlier round",
		r.Widget.Label(), reads.PathTo(r, key), w.Label(), words.List(by), words.List(events)); first {
		d.As(finding.Note)
	}
	return true
}

// lastStep returns the step to which a widget alone leads, and from which one comes to another one over steps
// to which nothing else leads; nil when there is another way.
func lastStep(to, from *flow.Widget) *flow.Widget {
	const (
		far  = 6
		most = 8 // ways to a step
	)
	for range far {
		into := effects.Into(to)
		if len(into) == 0 || len(into) > most {
			return nil
		}
		before := into[0].From
		if slices.ContainsFunc(into, func(t *flow.Transition) bool { return t.Dangling() || t.From != before }) {
			return nil
		}
		switch {
		case before == from:
			return to
		case effects.ActOf(before) == effects.Begins:
			return nil
		}
		to = before
	}
	return nil
}
