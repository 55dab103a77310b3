package flow

import (
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Transition is one element of a widget's transitions that is an object.
type Transition struct {
	From  *Widget
	Index int // in From.Transitions
	Node  source.Node

	Event     string // "" when it has none
	EventNode source.Node

	// Facts is what the catalogue knows of the event; never nil: see
	// schemas.Event.Known.
	Facts *schemas.Event

	// EventGuessed says that the event is missing or misspelt: Facts is of the one that was
	// most likely meant.
	EventGuessed bool

	// NextNode is absent when the branch ends here: no member, null or "". Then
	// Next is "".
	Next     string
	NextNode source.Node

	// To is the widget of that name, and nothing else: where an execution goes. Of
	// several of one name it is the first. It is nil when the branch ends, or when
	// no widget has the name.
	To *Widget

	// Meant is To, or, when no widget has the name Next, the widget that was most
	// likely meant, so that one slip of the pen does not make half of the flow
	// unreachable as well; nil when that cannot be told. The graph of the flow and
	// all that is asked of it follow Meant.
	Meant *Widget

	Conditions []Condition

	ends bool
}

// read reads an element of a widget's transitions.
func (t *Transition) read(n source.Node) {
	t.Node = n
	for key, n := range meant(n, transitionMembers, schemas.State().Aliases.Transitions) {
		switch key {
		case "event":
			t.EventNode, t.Event = text(n)
		case "next":
			t.NextNode, t.Next = text(n)
			if t.Next == "" {
				t.NextNode = source.Node{}
			}
		case "conditions":
			t.Conditions = make([]Condition, 0, n.Len())
			for _, e := range n.Elements() {
				if e.IsObject() {
					t.Conditions = append(t.Conditions, newCondition(e))
				}
			}
		}
	}
}

// Dangling reports whether the transition names a widget that there is not.
func (t *Transition) Dangling() bool { return t.Next != "" && t.To == nil }

// PlaceOfNext is where a transition says where it leads, or its own place where it leads nowhere.
func (t *Transition) PlaceOfNext() source.Place {
	if t.NextNode.Exists() {
		return t.NextNode.Place()
	}
	return t.Place()
}

// Place is where a finding about the whole transition points: its event, or the
// bracket that opens it.
func (t *Transition) Place() source.Place {
	if t.EventNode.Exists() {
		return t.EventNode.Place()
	}
	return t.Node.Opening()
}
