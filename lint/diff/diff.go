// Package diff tells what changed in meaning between two definitions of a flow: what
// re-formatting, the order of members and of widgets, and places on the canvas leave out.
package diff

import (
	"cmp"
	"slices"
	"sync"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// A Kind is a sort of Change, as the JSON form writes it.
type Kind string

// The kinds of changes.
const (
	Added         Kind = "added"          // a widget
	Removed       Kind = "removed"        // a widget
	Renamed       Kind = "renamed"        // a widget, from Was
	Rewired       Kind = "rewired"        // an event or a branch leads from Old to New
	BranchAdded   Kind = "branch-added"   // a transition with conditions
	BranchRemoved Kind = "branch-removed" // a transition with conditions
	Changed       Kind = "changed"        // a member of a widget
	OfFlow        Kind = "flow"           // a member of the definition beside its widgets
)

// A Change is one difference. Names are those of the new flow, but of what was removed.
type Change struct {
	Kind   Kind
	Widget string // its name, or where it stands; "" for the flow itself
	Was    string // the old name of what was renamed
	Type   string // the type of what was added or removed
	Event  string // of a transition
	Branch string // the conditions of a transition in words, such as "equal_to 1"; "" for none

	// Member is a path from the widget or the definition with dots and the keys of
	// lists in brackets: properties.body, properties.variables[tries].value.
	Member string

	// Old and New are texts as they are, other values as compact JSON, or the names
	// of the widgets that something leads to; nil for what is not there.
	// Something that ends the execution leads to "".
	Old, New *string

	// Before and After are where it stands; the zero Place where it does not.
	Before, After source.Place

	was, now *flow.Widget     // nil for none
	from, to *flow.Transition // nil for none
}

// A Result is the difference of two flows.
type Result struct {
	Changes []Change
	Moved   int // how many widgets stand elsewhere on the canvas

	// names are the new names of the widgets that both flows have, by the old ones.
	names map[string]string

	before, after *flow.Flow
	twin          map[*flow.Widget]*flow.Widget // of the widgets of the new flow
	moved         []*flow.Widget                // of the new flow
}

// Count returns how many changes are of one of the kinds.
func (r *Result) Count(kinds ...Kind) int {
	n := 0
	for _, c := range r.Changes {
		if slices.Contains(kinds, c.Kind) {
			n++
		}
	}
	return n
}

// Compare returns what changed from one flow to another, in the order of the new one;
// what is gone follows at the place where it was missed first. A nil flow has no widgets:
// that of a file which is new or deleted.
func Compare(before, after *flow.Flow) *Result {
	c := newComparison(before, after)
	r := &Result{names: map[string]string{}, before: before, after: after, twin: c.new.twin}
	if before != nil && after != nil {
		r.Changes = c.definition()
	}
	for _, w := range c.new.widgets {
		was := c.new.twin[w]
		if was == nil {
			r.Changes = append(r.Changes, Change{Kind: Added, Widget: nameOf(w), Type: w.Type, After: w.Place(), now: w})
			continue
		}
		if w.Name != "" && was.Name != "" {
			r.names[was.Name] = w.Name
		}
		r.Changes = append(r.Changes, c.widget(was, w)...)
		if moved(was, w) {
			r.Moved++
			r.moved = append(r.moved, w)
		}
	}
	for _, w := range c.old.widgets {
		if c.old.twin[w] == nil {
			r.Changes = append(r.Changes, Change{Kind: Removed, Widget: nameOf(w), Type: w.Type, Before: w.Place(), was: w})
		}
	}
	return r
}

// A comparison is two flows on their way to a difference.
type comparison struct {
	old, new *side
	texts    map[source.Node]string // templates of the old flow that name renamed widgets, as they are now
	reads    map[*flow.Widget]bool  // the widgets of the old flow that those are in
}

// A side is one of the two flows.
type side struct {
	flow    *flow.Flow
	widgets []*flow.Widget
	twin    map[*flow.Widget]*flow.Widget // the same widget of the other flow
	content []content                     // by widget
}

func newSide(f *flow.Flow) *side {
	s := &side{flow: f, twin: map[*flow.Widget]*flow.Widget{}}
	if f != nil {
		s.widgets = f.Widgets
		s.twin = make(map[*flow.Widget]*flow.Widget, len(f.Widgets))
	}
	s.content = make([]content, len(s.widgets))
	for i, w := range s.widgets {
		s.content[i] = content{widget: w, flow: f}
	}
	return s
}

// of returns the content of a widget.
func (s *side) of(w *flow.Widget) *content { return &s.content[w.Index] }

func newComparison(before, after *flow.Flow) *comparison {
	c := &comparison{old: newSide(before), new: newSide(after), texts: map[source.Node]string{}, reads: map[*flow.Widget]bool{}}
	c.readChanged()
	c.match()
	c.follow()
	return c
}

// written reports whether two widgets are written alike, byte for byte, and so are the same
// but for what is called what.
func (c *comparison) written(was, now *flow.Widget) bool {
	return c.old.flow.Filled == nil && c.new.flow.Filled == nil && was.Node.IsWrittenAs(now.Node)
}

// readChanged reads the contents of the widgets that are not written as they were, those of
// both flows at the same time. What the others say nobody asks.
func (c *comparison) readChanged() {
	kept := make([]bool, len(c.old.widgets))
	var changed []*content
	for _, now := range c.new.widgets {
		if c.old.flow != nil {
			if was := c.old.flow.Widget(now.Name); was != nil && c.written(was, now) {
				kept[was.Index] = true
				continue
			}
		}
		changed = append(changed, c.new.of(now))
	}
	var both sync.WaitGroup
	both.Go(func() {
		for i := range c.old.content {
			if !kept[i] {
				c.old.content[i].whole()
			}
		}
	})
	for _, of := range changed {
		of.whole()
	}
	both.Wait()
}

// unchanged reports without a closer look that nothing has changed in a widget.
func (c *comparison) unchanged(was, now *flow.Widget) bool {
	if c.reads[was] || len(was.Transitions) != len(now.Transitions) || !c.written(was, now) {
		return false
	}
	for i, t := range was.Transitions {
		if c.led(t.Next) != now.Transitions[i].Next {
			return false
		}
	}
	return true
}

// widget returns what changed in a widget.
func (c *comparison) widget(was, now *flow.Widget) []Change {
	if c.unchanged(was, now) {
		return nil
	}
	var list []Change
	if was.Name != now.Name {
		list = append(list, Change{Kind: Renamed, Was: nameOf(was), Before: was.Place(), After: now.Place()})
	}
	if was.Type != now.Type {
		list = append(list, Change{Kind: Changed, Member: "type", Old: &was.Type, New: &now.Type, Before: was.TypeNode.Place(), After: now.TypeNode.Place()})
	}
	list = append(list, c.values("properties", was.Node.Get("properties"), now.Node.Get("properties"))...)
	list = append(list, c.transitions(was, now)...)
	for _, name := range otherMembers(was.Node, now.Node, "name", "type", "properties", "transitions") {
		list = append(list, c.values(name, was.Node.Get(name), now.Node.Get(name))...)
	}
	for i := range list {
		list[i].Widget, list[i].was, list[i].now = nameOf(now), was, now
	}
	return list
}

// definition returns what changed beside the widgets.
func (c *comparison) definition() []Change {
	before, after := c.old.flow.Definition, c.new.flow.Definition
	var list []Change
	if was, now := c.led(c.old.flow.Initial.Text()), c.new.flow.Initial.Text(); was != now {
		list = append(list, Change{Member: "initial_state", Old: &was, New: &now, Before: c.old.flow.Initial.Place(), After: c.new.flow.Initial.Place()})
	}
	for _, name := range otherMembers(before, after, "states", "initial_state") {
		list = append(list, c.values(name, before.Get(name), after.Get(name))...)
	}
	for i := range list {
		list[i].Kind = OfFlow
	}
	return list
}

// nameOf names a widget: by where it stands when it has no name.
func nameOf(w *flow.Widget) string { return cmp.Or(w.Name, w.Label()) }

// otherMembers returns the names of the members of two objects but for some, in order.
func otherMembers(a, b source.Node, but ...string) []string {
	var names []string
	for _, n := range []source.Node{a, b} {
		for name := range n.Members() {
			if !slices.Contains(but, name) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// led returns the new name for a name that something of the old flow leads to.
func (c *comparison) led(name string) string {
	if c.old.flow == nil {
		return name
	}
	if w := c.old.flow.Widget(name); w != nil && c.old.twin[w] != nil {
		return c.old.twin[w].Name
	}
	return name
}

// moved reports whether a widget stands elsewhere on the canvas.
func moved(was, now *flow.Widget) bool {
	if was.Node.IsWrittenAs(now.Node) {
		return false
	}
	a, b := was.OffsetNode(), now.OffsetNode()
	for _, axis := range []string{"x", "y"} {
		x, known := a.Get(axis).Number()
		y, known2 := b.Get(axis).Number()
		if known && known2 && cmp.Compare(x, y) != 0 {
			return true
		}
	}
	return false
}
