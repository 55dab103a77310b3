package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A HalfRead is a question of which something is read, but not what was answered.
type HalfRead struct {
	Question *flow.Widget
	Ref      flow.Ref // the first that reads it
	// Address says that to or from whom the answer was sent is read; else it is only tested
	// whether there was one.
	Address bool
}

// HalfReads are those of a flow, in the order of its widgets.
var HalfReads = lint.NewFact(func(d *project.Document) []HalfRead {
	f := d.Flow
	if !known.Of(d).ok {
		return nil
	}
	var all []HalfRead
	for _, w := range f.Widgets {
		if !Asks(w) || f.Only(w.Name) != w || !f.Reachable(w) {
			continue
		}
		refs := f.OutputRefs(w.Name)
		switch {
		case len(refs) == 0 || Unread.Of(d)[w.Index]:
		case !slices.ContainsFunc(refs, func(r flow.Ref) bool { return !isAddress(f, r) }):
			all = append(all, HalfRead{w, firstRun(f, refs), true})
		case !slices.ContainsFunc(refs, func(r flow.Ref) bool { return !isAsked(r) }):
			all = append(all, HalfRead{w, firstRun(f, refs), false})
		}
	}
	return all
})

// firstRun returns the first reference that a widget has which may run, else the first.
func firstRun(f *flow.Flow, refs []flow.Ref) flow.Ref {
	return refs[max(0, slices.IndexFunc(refs, func(r flow.Ref) bool { return f.Reachable(r.Widget) }))]
}

// isAddress reports whether a reference reads an address of a message.
func isAddress(f *flow.Flow, r flow.Ref) bool {
	about := reads.About(f, r)
	return about != nil && about.Address
}

// isAsked reports whether a reference stands in a split that only asks whether there is a value.
func isAsked(r flow.Ref) bool {
	return r.Widget.Facts.Split && !slices.ContainsFunc(r.Widget.Transitions, func(t *flow.Transition) bool {
		return slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return c.Facts.Value != schemas.ValueNone })
	})
}
