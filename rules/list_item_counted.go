package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// counted reports an item whose number a loop counts up, while nothing in the loop asks whether there are so many.
func (c *itemChecker) counted(r flow.Ref, at int) {
	if r.Root() == "widgets" && c.Flow.Only(r.Name(1)) == nil || r.Widget.Facts.Split || !c.Flow.Reachable(r.Widget) || guarded(r, at, r) || c.splitTests(r, at) {
		return
	}
	by, ok := c.indexOf(r.Template, r.Segments[at].Index)
	if !ok {
		return
	}
	key, ok := reads.VariableOf(c.Flow, by)
	if !ok || key == "" {
		return
	}
	loop := c.Flow.LoopOf(r.Widget)
	counts, ok := countsIn(c.Flow, loop, key)
	if !ok || c.asksInLoop(loop, r, key) {
		return
	}
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(at), "%s reads item after item of %s, and its loop never asks how many there are; test for the last",
		r.Widget.Label(), reads.PathTo(r, at-1))
	if first {
		d.As(finding.Note).Relate(counts, "what counts")
	}
}

// indexOf returns what an index is made of, over a few assigns.
func (c *itemChecker) indexOf(t *flow.Template, e *liquid.Expr) (by flow.Ref, ok bool) {
	const deep = 3
	for range deep {
		if e == nil || len(e.Terms) != 1 || e.Terms[0].Kind != liquid.ReferenceOperand ||
			slices.ContainsFunc(e.Terms[0].Filters, func(f liquid.Filter) bool { return f.Name == liquid.FilterModulo || f.Name == liquid.FilterAtMost }) {
			break
		}
		r := flow.Ref{Template: t, Reference: &t.Liquid.References[e.Terms[0].Ref]}
		if r.Local < 0 {
			return r, true
		}
		e = assigned(r)
	}
	return by, false
}

// countsIn returns the widget of a loop that adds to a variable, when nothing else in the loop sets it; it reports
// false where none does.
func countsIn(f *flow.Flow, loop *flow.Loop, key string) (counts *flow.Widget, ok bool) {
	v := f.Variable(key)
	if loop == nil || v == nil {
		return nil, false
	}
	for _, write := range v.Writes {
		if !loop.Has(write.Widget) {
			continue
		}
		t := f.TemplateAt(write.Value)
		if counts != nil || t == nil || !t.Liquid.HasFilter(liquid.FilterPlus) ||
			t.Liquid.HasFilter(liquid.FilterModulo, liquid.FilterAtMost, liquid.FilterMinus) ||
			!slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { k, _ := reads.VariableOf(f, r); return k == key }) {
			return nil, false
		}
		if above, _ := t.Liquid.Bounds(t.Text); above {
			return nil, false
		}
		counts = write.Widget
	}
	return counts, counts != nil
}

// asksInLoop reports whether something in a loop may tell that a list is at its end: a split or a condition on anything
// but what the person answered, as any of it may depend on the counter, or a request that is given the counter or the
// item.
func (c *itemChecker) asksInLoop(loop *flow.Loop, item flow.Ref, key string) bool {
	set := map[string]bool{key: true}
	for _, write := range c.Flow.Writes(item.Widget) {
		set[write.Key.Text()] = true
	}
	about := func(r flow.Ref) bool {
		k, variable := reads.VariableOf(c.Flow, r)
		return variable && (k == "" || set[k])
	}
	tells := func(r flow.Ref) bool { return !reads.IsAnswer(c.Flow, reads.Origin(c.Flow, r)) }
	asksForOne := func(r flow.Ref) bool { // and not whether the counter has begun
		k, _ := reads.VariableOf(c.Flow, r)
		return k != key && r.Template.Liquid.AsksForBlank(r.Markup, r.Template.Text)
	}
	for _, w := range loop.Widgets {
		act := effects.ActOf(w)
		if reads.ComparesUnknown(w) || w.Facts.Split && slices.ContainsFunc(splitRefs(c.Flow, w), tells) {
			return true
		}
		for _, t := range c.Flow.TemplatesOf(w) {
			if above, _ := t.Liquid.Bounds(t.Text); above || t.Liquid.AsksForSize() || slices.ContainsFunc(t.Refs(), asksForOne) {
				return true
			}
			if act == effects.Requests && slices.ContainsFunc(t.Refs(), about) {
				return true
			}
			if act != effects.Sets && slices.ContainsFunc(t.Refs(),
				func(r flow.Ref) bool {
					return (r.Use == liquid.UseCondition || r.Use == liquid.UseCase) &&
						tells(r)
				}) {
				return true
			}
		}
	}
	return false
}

// splitRefs returns all that a split reads, on both sides of its comparisons.
func splitRefs(f *flow.Flow, w *flow.Widget) (all []flow.Ref) {
	for _, t := range f.TemplatesOf(w) {
		all = append(all, t.Refs()...)
	}
	return all
}
