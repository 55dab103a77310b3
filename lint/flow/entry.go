package flow

import "studiolint/schemas"

// An Entry is one way in which an execution begins: a wired event of the
// trigger, with everything that can be said of the executions it starts.
type Entry struct {
	// Event is the trigger's event. It is "" when the flow begins in the middle:
	// where there is no trigger that leads anywhere.
	Event string

	// Facts is what the catalogue knows of the event, never nil.
	Facts *schemas.Event

	// Start is the trigger, or the widget in the middle.
	Start *Widget

	// Transitions are those by which the event leaves the trigger: one, unless
	// the event stands there twice. There are none when the flow begins in the
	// middle.
	Transitions []*Transition

	flow       *Flow
	tree       lazy[*Paths]
	dominators lazy[*dominators]
	channels   lazy[*channelTree]
}

// The trigger's events: a message, a call or a message of a conversation comes in, the REST API is asked for an
// execution, or another flow runs this one.
const (
	MessageEvent      = "incomingMessage"
	CallEvent         = "incomingCall"
	ConversationEvent = "incomingConversationMessage"
	RequestEvent      = "incomingRequest"
	ParentEvent       = "incomingParent"
)

// Entries returns the ways in which an execution can begin, in document order:
// one for each event of the trigger that leads to a widget. Events that no
// trigger has are taken together as one entry, so that what they lead to does
// not count as unreachable. A flow without a beginning has no entries.
func (f *Flow) Entries() []*Entry {
	return f.analysis.entries.get(func() []*Entry {
		start := f.Begin()
		switch {
		case start == nil:
			return nil
		case !start.Facts.Starts:
			return []*Entry{{Facts: start.Facts.EventFacts(""), Start: start, flow: f}}
		}
		var (
			entries []*Entry
			byEvent = map[string]*Entry{}
		)
		for _, t := range start.Transitions {
			if t.Meant == nil {
				continue
			}
			key := t.Raised()
			if !t.Facts.Known() {
				key = ""
			}
			e := byEvent[key]
			if e == nil {
				e = &Entry{Event: t.Raised(), Facts: t.Facts, Start: start, flow: f}
				byEvent[key] = e
				entries = append(entries, e)
			}
			e.Transitions = append(e.Transitions, t)
		}
		return entries
	})
}

// Entry returns the entry of a trigger event, nil when it is not wired.
func (f *Flow) Entry(event string) *Entry {
	for _, e := range f.Entries() {
		if e.Event == event {
			return e
		}
	}
	return nil
}
