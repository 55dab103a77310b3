package draw

import (
	"fmt"

	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// chosen tells which widgets are drawn.
func (d *drawing) chosen(o Options) func(*flow.Widget) bool {
	switch {
	case o.PathTo != nil:
		return d.leadsTo(o.PathTo)
	case o.Around != nil:
		near := map[*flow.Widget]bool{o.Around: true}
		for _, t := range o.Around.Transitions {
			near[t.To] = true
		}
		for _, t := range o.Around.In {
			near[t.From] = near[t.From] || t.To == o.Around
		}
		return func(w *flow.Widget) bool { return near[w] }
	}
	return func(*flow.Widget) bool { return true }
}

// leadsTo tells which widgets are on a way from the beginning to one; without such a way,
// from which there is a way to it.
func (d *drawing) leadsTo(to *flow.Widget) func(*flow.Widget) bool {
	leads, comes := flow.WalkFrom(to), d.comes()
	for w := range leads.All() {
		for _, t := range w.In {
			if t.To == w {
				leads.Add(t.From)
			}
		}
	}
	if !comes.Has(to) {
		return leads.Has
	}
	return func(w *flow.Widget) bool { return leads.Has(w) && comes.Has(w) }
}

// written tells transitions that lead where they say from those that were meant to.
func written(t *flow.Transition) bool { return t.To != nil }

// comes holds the widgets that an execution comes to, without any guess.
func (d *drawing) comes() flow.Walk {
	comes := flow.WalkFrom(d.flow.Start())
	for w := range comes.All() {
		for _, t := range w.Transitions {
			comes.Add(t.To)
		}
	}
	return comes
}

// reached tells which widgets an execution comes to. Where a deployment step or a template
// decides on what leads where, it tells what may be reached.
func (d *drawing) reached() func(*flow.Widget) bool {
	comes := d.comes()
	if d.flow.Open() {
		return d.flow.Reachable
	}
	for w := range d.flow.Unfollowable() {
		if comes.Has(w) {
			return func(w *flow.Widget) bool { return comes.Has(w) || d.flow.Reachable(w) }
		}
	}
	return comes.Has
}

// shortest is a shortest way from the beginning to a widget, without any guess.
func (d *drawing) shortest(to *flow.Widget) []*flow.Transition {
	for _, e := range d.flow.Entries() {
		if path, ok := e.PathWhere(to, written); ok {
			return path
		}
	}
	return nil
}

// maxLeftOut is how many things that are left out are named.
const maxLeftOut = 20

// leftOut says what of the flow is not in the picture.
func (d *drawing) leftOut(o Options) {
	say := func(format string, args ...any) { d.LeftOut = append(d.LeftOut, fmt.Sprintf(format, args...)) }
	if n := len(d.flow.Widgets) - len(d.Boxes); n > 0 {
		switch {
		case o.PathTo != nil:
			say("%s on no way to %s.", others(n), o.PathTo.Label())
		case o.Around != nil:
			say("%s no neighbours of %s.", others(n), o.Around.Label())
		}
	}
	if !d.flow.States.Exists() {
		say("The definition has no list of states, so there is nothing to draw.")
	} else if n := d.flow.States.Len() - len(d.flow.Widgets); n > 0 {
		say("Left out of the list of states: %s, no JSON object and so no widget.", words.Plural(n, "element"))
	}
	if d.flow.Open() {
		say("A template decides which widgets there are: what it fills in is not drawn.")
	}
	named := 0
	for _, b := range d.Boxes {
		for _, t := range b.Widget.Transitions {
			if t.To != nil || t.Ends() {
				continue
			}
			if named++; named > maxLeftOut {
				continue
			}
			if t.Next != "" {
				say("%s leads to %s on %s, but no widget has that name: no arrow is drawn.", b.Widget.Label(), words.Quote(t.Next), words.Quote(t.Event))
			} else {
				say("Where %s leads on %s cannot be read: no arrow is drawn.", b.Widget.Label(), words.Quote(t.Event))
			}
		}
		if b.Widget.Incomplete {
			if named++; named <= maxLeftOut {
				say("Some transitions of %s cannot be read.", b.Widget.Label())
			}
		}
	}
	if named > maxLeftOut {
		say("The same is true of %s.", words.Plural(named-maxLeftOut, "more transition"))
	}
}

func others(n int) string {
	if n == 1 {
		return "Not drawn: 1 widget that is"
	}
	return fmt.Sprintf("Not drawn: %d widgets that are", n)
}
