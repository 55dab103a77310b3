package rules

import (
	"slices"

	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// variable looks at a variable that the flow sets somewhere.
func (c *orderChecker) variable(r flow.Ref, key string) {
	f := c.Flow
	v := f.Variable(key)
	if v == nil || len(v.Writes) == 0 || c.unread || f.Entry(flow.ParentEvent) != nil {
		return
	}
	if c.isSetBefore(v, r.Widget) {
		c.unset(r, v)
		return
	}
	if c.tested.Has(r) || c.lost {
		return
	}
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(2), "%s reads %s, but no widget that sets it can run before: it is blank", r.Widget.Label(), reads.PathTo(r, 2))
	if first {
		c.along(d, r.Widget)
		for _, write := range v.Writes[:min(len(v.Writes), finding.MaxRelated)] {
			d.Relate(write.Key, write.Widget.Label()+" sets it")
		}
	}
}

// isSetBefore reports whether a widget, or one that can run before it, sets a variable. What many set and many read is
// found for all widgets at once.
func (c *orderChecker) isSetBefore(v *flow.Variable, reader *flow.Widget) bool {
	if len(v.Writes)*len(v.Reads) <= len(c.Flow.Widgets) {
		return slices.ContainsFunc(v.Writes, func(write flow.Write) bool {
			return write.Widget == reader || c.Flow.CanPrecede(write.Widget, reader)
		})
	}
	some := c.setters[v]
	if some == nil {
		sets := map[*flow.Widget]bool{}
		for _, write := range v.Writes {
			sets[write.Widget] = true
		}
		some = c.Flow.Some(func(w *flow.Widget) bool { return sets[w] })
		c.setters[v] = some
	}
	return some.Has(reader) || some.Precede(reader)
}

// unset reports a variable in a text for a person that some paths do not set: once for
// each variable, since where it is set decides.
func (c *orderChecker) unset(r flow.Ref, v *flow.Variable) {
	if _, printed := reads.Printed(r); !printed {
		return
	}
	if !isHeard(r) {
		c.leftOut(r, v)
		c.subflow(r, v)
		if !isDestination(r) {
			return
		}
	}
	if slices.ContainsFunc(v.Writes, func(write flow.Write) bool { return c.mayBeRound(write.Widget, r.Widget) }) {
		return
	}
	if d := c.unsetReads[v.Key]; d != nil {
		if !d.Full() && c.held.At(r).Unset {
			d.Relate(r.SegmentPlace(2), "here too")
		}
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || c.sharesLoop(r, v) || !c.held.At(r).Unset || c.testedAlike(r, v) {
		return
	}
	path, ok := c.held.WayUnset(r)
	if !ok || slices.ContainsFunc(answers.Skippeds.Of(c), func(s answers.Skipped) bool { return s.Key == v.Key }) {
		return // unhandled-no-match and unhandled-timeout tell where it is skipped
	}
	set := v.Writes[0]
	c.unsetReads[v.Key] = c.Reportf(r.SegmentPlace(2), "%s reads %s, but one can come here past %s, which sets it: then it is blank; give it a default, or set it on each path",
		r.Widget.Label(), reads.PathTo(r, 2), set.Widget.Label()).
		As(finding.Note).Along(finding.Steps(path, r.Widget)).Relate(set.Key, set.Widget.Label()+" sets it")
}

// leftOut reports a variable that a step is given and that several branches of a split set, each
// on its way there, but one does not: once for each variable.
func (c *orderChecker) leftOut(r flow.Ref, v *flow.Variable) {
	if c.lost || len(v.Writes) < 2 || c.unsetReads[v.Key] != nil || c.tested.Has(r) || c.tested.Conditional(r) ||
		reads.Alternative(r) || reads.Decides(r) || !c.held.At(r).MayBeBlank() {
		return
	}
	set := slices.DeleteFunc(slices.Clone(v.Writes), flow.Write.Blank)
	setBy := c.setAtOnce(set, r.Widget)
	for _, w := range c.Flow.Widgets {
		if setBy[w] < 2 || !c.held.Before(w, r).MustBeBlank() {
			continue
		}
		for _, b := range reads.Branches.Of(c)[w.Index] {
			if b.Transition.Meant == nil || setsOn(set, b.Transition) || !c.leadsStraight(b.Transition.Meant, r.Widget) {
				continue
			}
			c.unsetReads[v.Key] = c.Reportf(b.Transition.NextNode, "%s of %s leaves flow.variables.%s blank at %s, and other branches set it; set it here, too",
				b.Words(), w.Label(), words.Shorten(v.Key), r.Widget.Label()).
				As(finding.Note).Relate(set[0].Key, set[0].Widget.Label()+" sets it").Relate(r.SegmentPlace(2), "what reads it")
			return
		}
	}
}

// setsOn reports whether one of some steps that set a variable is the first to which a transition leads, beside
// others that set some.
func setsOn(set []flow.Write, t *flow.Transition) bool {
	for w := range effects.Settings(t) {
		if slices.ContainsFunc(set, func(write flow.Write) bool { return write.Widget == w }) {
			return true
		}
	}
	return false
}

// setAtOnce returns by how many of their ways splits set a variable at once, on the way to a widget.
func (c *orderChecker) setAtOnce(set []flow.Write, to *flow.Widget) map[*flow.Widget]int {
	by := map[*flow.Widget]int{}
	for _, write := range set {
		for _, t := range effects.Into(write.Widget) {
			if (t.Facts.Kind == schemas.KindBranch || t.Facts.Kind == schemas.KindNoMatch) && t.From.Facts.Split &&
				c.leadsStraight(write.Widget, to) {
				by[t.From]++
			}
		}
	}
	return by
}

// sharesLoop reports whether what sets a variable stands in one loop with what reads it, and is for the next round:
// blank in the first one, as a rule on purpose. So is what is gathered round by round.
func (c *orderChecker) sharesLoop(r flow.Ref, v *flow.Variable) bool {
	loop := c.Flow.LoopOf(r.Widget)
	return loop != nil && slices.ContainsFunc(v.Writes, func(w flow.Write) bool {
		return loop.Has(w.Widget) && (c.firstRound(r, w.Widget) || readsItself(c.Flow, w, v.Key))
	})
}

// readsItself reports whether what sets a variable puts it together from what it was.
func readsItself(f *flow.Flow, w flow.Write, key string) bool {
	t := f.TemplateAt(w.Value)
	return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
		read, ok := r.Variable()
		return ok && read == key
	})
}
