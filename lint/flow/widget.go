package flow

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Widget is one element of states that is an object.
type Widget struct {
	Index int         // in Flow.Widgets
	Node  source.Node // the state

	Name     string // "" when it has none
	NameNode source.Node
	Type     string // "" when it has none
	TypeNode source.Node

	// Facts is what the catalogue knows of the type; never nil: of a type that it
	// does not know it is a widget without facts (see schemas.Widget.Known).
	Facts *schemas.Widget

	// TypeGuessed says that the catalogue does not know the type that is written, or that none
	// is: Facts is of the one that was most likely meant.
	TypeGuessed bool

	Properties  source.Node // absent when it is no object
	Transitions []*Transition

	Prompt source.Node // the text among what it says or sends; absent when it has none or plays a recording

	legacy     bool                // of an export of the first editor
	needs      schemas.Need        // see Needs
	properties []*schemas.Property // by member of Properties: what the catalogue knows of it

	// Incomplete says that the widget may lead elsewhere too: its list of transitions is
	// missing (see endLeaves) or something else, or one of them is, or has no event that is known.
	Incomplete bool

	list     source.Node // of transitions; absent when there is none
	repeats  bool        // see Repeats
	unlisted bool        // it is missing or something else, or one of its elements is, or says nothing

	In []*Transition // those that were meant to lead here, in document order
}

// Listed reports whether its list of transitions is there, and each of them is one: what it may
// raise may still be unknown.
func (w *Widget) Listed() bool { return !w.unlisted }

// Label names the widget in a message: by its name, or by where it stands.
func (w *Widget) Label() string {
	if w.Name == "" {
		return fmt.Sprintf("the widget at states/%d", w.Node.Index())
	}
	return words.Quote(w.Name)
}

// transitions is room for those of a flow, given out piece by piece.
type transitions struct {
	room []Transition
	list []*Transition
}

// some returns room for so many of a widget.
func (t *transitions) some(n int) ([]Transition, []*Transition) {
	if n > len(t.room) { // a list that is misspelt, or not where it belongs
		return make([]Transition, n), make([]*Transition, 0, n)
	}
	room, list := t.room[:n:n], t.list[:0:n]
	t.room, t.list = t.room[n:], t.list[n:]
	return room, list
}

// read reads an element of states.
func (w *Widget) read(state source.Node, all *transitions) {
	w.Node = state
	for key, n := range meant(state, stateMembers, schemas.State().Aliases.Members) {
		switch key {
		case "name":
			w.NameNode, w.Name = text(n)
		case "type":
			w.TypeNode, w.Type = text(n)
		case "properties":
			w.Properties = source.Node{}
			if n.IsObject() {
				w.Properties = n
			}
		case "transitions":
			w.list = n
		}
	}
	if !w.list.Exists() { // perhaps it stands one level too deep
		if n := w.Properties.Get("transitions"); n.IsArray() {
			w.list = n
		}
	}
	w.readTransitions(all)
}

// readTransitions reads the list of transitions.
func (w *Widget) readTransitions(all *transitions) {
	var room []Transition
	room, w.Transitions = all.some(w.list.Len())
	w.unlisted = !w.list.IsArray()
	for _, e := range w.list.Elements() {
		if !e.IsObject() {
			w.unlisted = true
			continue
		}
		t := &room[len(w.Transitions)]
		t.read(e)
		t.From, t.Index = w, len(w.Transitions)
		w.Transitions = append(w.Transitions, t)
		w.Incomplete = w.Incomplete || t.Event == "" || t.EventNode.Filled()
		w.unlisted = w.unlisted || t.Event == "" && t.Next == ""
	}
	w.Incomplete = w.Incomplete || w.unlisted
}

// resolve looks up what the catalogue knows of the widget's properties, its events and
// the operators of its conditions. It appends what it knows of the properties to the room for
// those of a flow.
func (w *Widget) resolve(room []*schemas.Property) []*schemas.Property {
	first := len(room)
	for n := range w.Properties.Children() {
		room = append(room, w.Facts.Property(n.Key()))
	}
	w.properties = room[first:len(room):len(room)]
	w.Prompt, w.needs = w.findPrompt(), w.findNeeds()
	for _, t := range w.Transitions {
		t.Facts = w.Facts.EventFacts(t.Event)
		if !t.Facts.Known() && !t.EventNode.Filled() {
			w.guessEvent(t)
		}
		for i := range t.Conditions {
			t.Conditions[i].resolve(w.Facts)
		}
	}
	w.repeats = w.findRepeated()
	return room
}

func text(n source.Node) (source.Node, string) {
	if !n.IsString() {
		return source.Node{}, ""
	}
	return n, n.Text()
}

// On returns the widget's first transition for an event, nil when there is none.
func (w *Widget) On(event string) *Transition {
	for _, t := range w.Transitions {
		if t.Event == event {
			return t
		}
	}
	return nil
}

// OnKind returns the widget's first transition for an event of a kind, nil when there
// is none.
func (w *Widget) OnKind(kind schemas.EventKind) *Transition {
	for _, t := range w.Transitions {
		if t.Facts.Kind == kind {
			return t
		}
	}
	return nil
}

// Onward returns the transition by which the widget is left when it has done its work: on
// its success, or on what always comes. It is nil when there is none.
func (w *Widget) Onward() *Transition {
	if t := w.OnKind(schemas.KindSuccess); t != nil {
		return t
	}
	return w.OnKind(schemas.KindAlways)
}

// Property returns the node of a property, absent when there is none. The first editor wrote null for one
// that nobody had set.
func (w *Widget) Property(name string) source.Node {
	n := w.Properties.Get(name)
	if w.legacy && n.Kind() == source.Null {
		return source.Node{}
	}
	return n
}

// Filled returns the node of a property when it is a text that is not blank, absent when it is
// none.
func (w *Widget) Filled(name string) source.Node {
	if n := w.Property(name); n.IsString() && strings.TrimSpace(n.Text()) != "" {
		return n
	}
	return source.Node{}
}

// Input returns the text that a split tests.
func (w *Widget) Input() source.Node { return w.Property("input") }

// OffsetNode returns where the file says at which place of its canvas the editor draws a widget, and Offset that place.
func (w *Widget) OffsetNode() source.Node { return w.Property("offset") }

// Offset is described at OffsetNode.
func (w *Widget) Offset() (x, y float64, ok bool) {
	at := w.OffsetNode()
	x, ok = at.Get("x").Number()
	y, ok2 := at.Get("y").Number()
	return x, y, ok && ok2
}

func (w *Widget) findPrompt() source.Node {
	for _, name := range w.Facts.Content {
		if p := w.Facts.Property(name); p != nil && p.Format == "" && len(p.SID) == 0 && !w.Off(p) {
			if n := w.Filled(name); n.Exists() {
				return n
			}
		}
	}
	return source.Node{}
}

// Off reports whether a property certainly does nothing, since another one has a value with which
// it is not used: the text beside a content template.
func (w *Widget) Off(p *schemas.Property) bool {
	if p == nil || len(p.OnlyWhen) == 0 {
		return false
	}
	return slices.ContainsFunc(p.OnlyWhen, func(row schemas.Row[[]string]) bool {
		value := w.Property(row.Name).Text()
		return value != "" && !slices.Contains(row.Value, value) && slices.Contains(w.Facts.Property(row.Name).Values, value)
	})
}

// FactsOf returns what the catalogue knows of the property that a node is, nil when it knows
// nothing, and when the node is no property of the widget, or only a part of one.
func (w *Widget) FactsOf(n source.Node) *schemas.Property {
	if !n.Exists() || n.Parent() != w.Properties {
		return nil
	}
	return w.properties[n.Index()]
}

// Place is where a finding about the whole widget points: its name, its type, or
// the bracket that opens it.
func (w *Widget) Place() source.Place {
	switch {
	case w.NameNode.Exists():
		return w.NameNode.Place()
	case w.TypeNode.Exists():
		return w.TypeNode.Place()
	}
	return w.Node.Opening()
}

// PlaceOf is where a finding about a value of the widget points: the value, or the widget when that is left out.
func (w *Widget) PlaceOf(value source.Node) source.Place {
	if value.Exists() {
		return value.Place()
	}
	return w.Place()
}

// Repeats reports whether an event that may stand in one transition alone stands in two.
func (w *Widget) Repeats() bool { return w.repeats }

// findRepeated is Repeats, worked out.
func (w *Widget) findRepeated() bool {
	const few = 16
	if len(w.Transitions) <= few { // as nearly all
		return slices.ContainsFunc(w.Transitions, func(t *Transition) bool {
			return t.Facts.Kind != schemas.KindBranch && w.On(t.Event) != t
		})
	}
	seen := make(map[string]bool, len(w.Transitions))
	for _, t := range w.Transitions {
		if seen[t.Event] && t.Facts.Kind != schemas.KindBranch {
			return true
		}
		seen[t.Event] = true
	}
	return false
}
