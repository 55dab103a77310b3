package rules

import (
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// path follows a path below one of the roots.
func (c *variableChecker) path(r flow.Ref, v *schemas.Variable) {
	for i := 1; i < len(r.Segments); i++ {
		if len(v.Keys) == 0 && !v.Closed {
			return
		}
		k := reads.Member(v.Keys, r.Name(i))
		if k == nil {
			if !reads.Opaque(c.Pass, r.Name(i)) && (i < len(r.Segments)-1 || !reads.OfAnyList(r.Name(i))) {
				c.missing(r, i, v)
			}
			return
		}
		if len(k.Events) > 0 && !c.filled(r, i, k) {
			return
		}
		if reads.LacksNumber(k, r.Name(i)) {
			c.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s, but there is one for each file, with a number: the value is blank; write %s0",
				r.Widget.Label(), reads.PathTo(r, i), r.Name(i))
			return
		}
		v = k
	}
}

// missing reports a name that is not there.
func (c *variableChecker) missing(r flow.Ref, i int, v *schemas.Variable) {
	name := r.Name(i)
	right := words.Nearest(name, reads.Names(v.Keys))
	known := c.facts.Hints.Get(reads.PathTo(r, i))
	as := finding.Warning
	var hint string
	set, below := c.Flow.Variable(name), c.handedOver(v, name)
	switch {
	case known != "":
		hint = "; " + words.LowerFirst(words.TrimStop(known))
	case v.Name == "trigger" && c.held.Key(r.Widget, name) != "":
		hint = "; write " + c.held.Key(r.Widget, name)
	case v.Closed:
		if right != "" {
			hint = "; did you mean " + words.Quote(right) + "?"
		} else {
			hint = "; there is only " + words.List(reads.Names(v.Keys))
		}
	case i == 1 && set != nil && len(set.Writes) > 0:
		hint = "; write flow.variables." + words.Shorten(name)
	case below != "" && (right == "" || !reads.IsSlip(name, right)):
		hint = "; what is handed over stands below " + words.Quote(below) + ": write " + words.Shorten(reads.PathTo(r, i-1)+"."+below+"."+name)
		as = finding.Note // the set is open
	case reads.IsSlip(name, right):
		hint = "; did you mean " + words.Quote(right) + "?"
		if i > 1 && !reads.UsesBeside(c.Flow, r, i, right) {
			as = finding.Note // the set is open
		}
	case v.Name == "flow":
		hint, as = c.belowFlow(r, v)
	default:
		return
	}
	at := r.SegmentPlace(i)
	const format = "%s reads %s, which Studio does not know: %s%s"
	if known != "" {
		c.once("known "+known, r, at, format, r.Widget.Label(), reads.PathTo(r, i), values.Blank(c.Document, r, "it is blank"), hint)
		return
	}
	d, first := c.ReportOncef(r.Widget, at, format, r.Widget.Label(), reads.PathTo(r, i), values.Blank(c.Document, r, "it is blank"), hint)
	if first {
		d.As(as)
	}
	if right != "" && hint == "; did you mean "+words.Quote(right)+"?" {
		reads.Near{Name: right, Certain: words.IsSlip(name, right)}.Fix(d, at)
	}
}

// belowFlow says what was most likely meant by a name right below flow that Studio does not put there: what is read
// elsewhere as a value that was handed over, or a variable. That is a note where the template asks for it first, or has
// a default: its author knows that it may be blank.
func (c *variableChecker) belowFlow(r flow.Ref, v *schemas.Variable) (hint string, as finding.Severity) {
	name := r.Name(1)
	as = finding.Warning
	if c.tested.Has(r) || c.tested.Conditional(r) {
		as = finding.Note
	}
	for _, other := range c.Flow.Refs() {
		if at := openAt(c.Flow, other); at > 0 && other.Root() == v.Name && words.IsSlip(name, other.Name(at)) {
			return "; write " + words.Shorten(reads.PathTo(other, at)), as
		}
	}
	for _, set := range c.Flow.Variables() {
		if len(set.Writes) > 0 && words.IsSlip(name, set.Key) {
			return "; write flow.variables." + words.Shorten(set.Key), as
		}
	}
	return "; what a request hands over is in flow.data, and what the flow sets in flow.variables", finding.Note
}

// ofStudio reports whether a name is a root, or one of those below flow.
func (c *variableChecker) ofStudio(name string) bool {
	flow := c.facts.Root("flow")
	return c.facts.Root(name) != nil || flow != nil && reads.Member(flow.Keys, name) != nil
}

// handedOver returns the name below which a variable has what was handed over by name; "" for none, and for a
// name that most likely is of the parent itself, which may bring it.
func (c *variableChecker) handedOver(v *schemas.Variable, name string) string {
	for i := range v.Keys {
		if k := &v.Keys[i]; k.Holds == schemas.HoldsParameters && v.Name != "flow" && !v.IsOwn(name) && !c.ofStudio(name) {
			return k.Name
		}
	}
	return ""
}
