package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
)

// chosen reports an item whose number is what a person wrote.
func (c itemChecker) chosen(r flow.Ref, at int) {
	by, less, ok := c.index(r.Template, r.Segments[at].Index)
	if !ok || r.Root() == "widgets" && c.Flow.Only(r.Name(1)) == nil || shape.MayTest(c) || r.Widget.Facts.Split ||
		c.held.Checked(by) || guarded(r, at, by) || c.splitTests(r, at) {
		return
	}
	if keptForSplit(c.Flow, by) {
		return
	}
	above, below := c.bounded(by)
	if above && (below || !less) {
		return
	}
	if above {
		if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(at), "%s reads the item of %s before the number in %s, which is tested for too much, but not for 0: that takes the last item (-1); let none below 1 through",
			r.Widget.Label(), reads.PathTo(r, at-1), reads.Path(by)); first {
			d.As(finding.Note)
		}
		return
	}
	if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(at), "%s reads the item of %s that a person names in %s, unchecked: blank when there is no such item; test it for is_blank",
		r.Widget.Label(), reads.PathTo(r, at-1), reads.Path(by)); first {
		d.As(finding.Note)
	}
}

// keptForSplit reports whether a split tests an answer by way of a variable, and may let only some through.
func keptForSplit(f *flow.Flow, by flow.Ref) bool {
	question := reads.Widget(f, by)
	if question == nil || !reads.IsAnswer(f, by) {
		return false
	}
	for r := range reads.UsesOf(f, question) {
		if _, variable := reads.VariableOf(f, r); variable && r.Widget.Facts.Split {
			return true
		}
	}
	return false
}

// index returns what a person wrote that an index is made of, and whether something is taken
// away from it.
func (c itemChecker) index(t *flow.Template, e *liquid.Expr) (by flow.Ref, less, ok bool) {
	const deep = 3 // assigns that are followed
	for range deep {
		if e == nil || len(e.Terms) != 1 || e.Terms[0].Kind != liquid.ReferenceOperand {
			break
		}
		less = less || takesAway(e.Terms[0].Filters)
		r := flow.Ref{Template: t, Reference: &t.Liquid.References[e.Terms[0].Ref]}
		if r.Local < 0 {
			person, minus := c.person(r)
			return r, less || minus, person
		}
		e = assigned(r)
	}
	return flow.Ref{}, false, false
}

func takesAway(filters []liquid.Filter) bool {
	return slices.ContainsFunc(filters, func(f liquid.Filter) bool { return f.Name == liquid.FilterMinus })
}

// bounded reports whether a number is tested for being too large, and too small, by a split
// or a condition of a template: n greater_than 5, {% if n > 5 %}.
func (c itemChecker) bounded(by flow.Ref) (above, below bool) {
	b := bounds.Of(c)[reads.Path(by)]
	return b.above.ButFor(by.Template), b.below.ButFor(by.Template)
}

// bounds are, by the path of a number, the templates that test it for too much, and for less than 1.
var bounds = lint.NewFact(func(d *project.Document) map[string]struct{ above, below reads.FirstOf[*flow.Template] } {
	all := map[string]struct{ above, below reads.FirstOf[*flow.Template] }{}
	branches := reads.Branches.Of(d)
	for _, r := range d.Flow.Refs() {
		above, below := false, false
		if r.Use == liquid.UseCondition {
			above, below = r.Liquid.Bounds(r.Text)
		}
		if r.Widget.Facts.Split {
			above, below = withBranches(branches[r.Widget.Index], above, below)
		}
		if !above && !below {
			continue
		}
		path := reads.Path(r)
		b := all[path]
		if above {
			b.above.Add(r.Template)
		}
		if below {
			b.below.Add(r.Template)
		}
		all[path] = b
	}
	return all
})

// withBranches adds what the branches of a split test for.
func withBranches(branches []reads.Branch, above, below bool) (most, least bool) {
	taken := false // whatever is small enough, 0 too
	for _, b := range branches {
		switch operator, value := b.Comparison.Operator(), b.Comparison.Value(); {
		case !split.IsBound(operator) && operator != split.EqualTo || taken && operator != split.GreaterThan:
		case value == "0" || value == "1" && operator == split.LessThan:
			below = true
		case operator != split.EqualTo:
			above, taken = true, operator == split.LessThan
		}
	}
	return above, below
}

// assigned returns what assign gives a name of the template's own; nil when it is given
// something otherwise.
func assigned(r flow.Ref) *liquid.Expr {
	tag := &r.Liquid.Tags[r.Liquid.Locals[r.Local].Tag]
	if tag.Name != "assign" || len(tag.Arguments) != 1 {
		return nil
	}
	return &tag.Arguments[0].Expr
}

// person reports whether a person wrote what a reference reads, also by way of variables, and
// whether something was taken away on that way.
func (c itemChecker) person(r flow.Ref) (wrote, less bool) {
	if reads.IsAnswer(c.Flow, r) {
		return true, false
	}
	keeps := func(filters []liquid.Filter) bool {
		less = less || takesAway(filters)
		return true
	}
	for _, source := range c.held.Sources(r, keeps) {
		if reads.IsAnswer(c.Flow, source) {
			return true, less
		}
	}
	return false, less
}
