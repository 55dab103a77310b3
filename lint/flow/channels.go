package flow

import (
	"slices"
	"strings"
	"sync"

	"studiolint/schemas"
)

// Channels are what an execution has at some point: a set of the flags below. An
// execution that the REST API started has none of them at first.
type Channels uint8

// What an execution can have.
const (
	Call         Channels = 1 << iota // a live call
	Message                           // a message channel: SMS, WhatsApp, legacy chat
	Conversation                      // a Twilio Conversation
	Unknown                           // what the parent flow has, or what an unknown event brings
)

// ChannelsNamed returns the channel that the catalogue writes so: "call", "message" or
// "conversation"; none for another word.
func ChannelsNamed(name string) Channels {
	switch name {
	case "call":
		return Call
	case "message":
		return Message
	case "conversation":
		return Conversation
	}
	return 0
}

// Channels returns what an execution has that begins so. The catalogue tells it by
// what an event fills below trigger: incomingCall fills trigger.call alone,
// incomingParent may fill anything.
func (e *Entry) Channels() Channels { return ChannelsBy(e.Event) }

// ChannelsBy returns what an execution has that an event of the trigger begins.
func ChannelsBy(started string) Channels {
	if c, ok := channelsBy()[started]; ok {
		return c
	}
	return Unknown
}

// channelsBy are the channels by the events that begin an execution.
var channelsBy = sync.OnceValue(func() map[string]Channels {
	all, filled := map[string]Channels{}, map[string]bool{}
	for _, key := range schemas.LiquidFacts().Root("trigger").Keys {
		for _, event := range key.Events {
			switch c := ChannelsNamed(key.Name); {
			case filled[event]:
				all[event] = Unknown
			case c != 0 || key.Name == "request":
				all[event] = c // the API's request brings none
			}
			filled[event] = true
		}
	}
	return all
})

// BeginsByMessage reports whether a message begins an execution, or may; also where it
// leads to a widget that there is not.
func (f *Flow) BeginsByMessage() bool {
	if start := f.Begin(); start != nil && start.Facts.Starts {
		return slices.ContainsFunc(start.Transitions, func(t *Transition) bool { return t.Next != "" && ChannelsBy(t.Raised())&^Call != 0 })
	}
	return slices.ContainsFunc(f.Entries(), func(e *Entry) bool { return e.Channels()&^Call != 0 })
}

// Needs returns what an execution must have for the widget to work. It is
// NeedsNone for a type that is not known, and where a property decides whose
// value is not.
func (w *Widget) Needs() schemas.Need { return w.needs }

// findNeeds is Needs, worked out.
func (w *Widget) findNeeds() schemas.Need {
	by := w.Facts.NeedsBy
	if by == nil {
		return w.Facts.Needs
	}
	value := by.Default
	if n := w.Property(by.Property); n.Exists() {
		value = strings.TrimSpace(n.Text())
	}
	if need, ok := by.Values.Find(value); ok {
		return need
	}
	return schemas.NeedsNone
}

// Has reports whether the execution may well have what a widget needs. What a
// REST start must be is a question of the entry: see NeedsREST.
func (c Channels) Has(need schemas.Need) bool {
	switch {
	case c&Unknown != 0:
		return true
	case need == schemas.NeedsCall:
		return c&Call != 0
	case need == schemas.NeedsCallOrMessage, need == schemas.NeedsFlex:
		return c != 0
	}
	return true
}

// A channelTree holds with what an entry's executions come to each widget. Its
// nodes are pairs of a widget and a set of channels; what an execution has only grows on
// its way, so a widget has few of them.
type channelTree struct {
	nodes []channelNode
	first []int32 // of a widget: its first node, -1 when nothing comes to it
}

type channelNode struct {
	channels Channels
	widget   int32
	previous int32 // the node that the way came from; -1 at the beginning
	edge     *Transition
	other    int32 // the next node of the same widget; -1 for the last
}

func (e *Entry) channelTree() *channelTree {
	return e.channels.get(func() *channelTree {
		f, g := e.flow, e.flow.graph()
		t := &channelTree{first: make([]int32, len(f.Widgets))}
		for i := range t.first {
			t.first[i] = -1
		}
		take := func(from int32, edge *Transition, widget int32, has Channels) {
			if edge != nil {
				if c := edge.From.Facts.Creates; c != nil && c.Event == edge.Raised() {
					has |= ChannelsNamed(c.Channel)
				}
			}
			for i := t.first[widget]; i >= 0; i = t.nodes[i].other {
				if t.nodes[i].channels == has {
					return
				}
			}
			n := channelNode{channels: has, widget: widget, previous: from, edge: edge, other: -1}
			last := &t.first[widget] // after those that were found earlier
			for *last >= 0 {
				last = &t.nodes[*last].other
			}
			*last = int32(len(t.nodes))
			t.nodes = append(t.nodes, n)
		}
		start := int32(e.Start.Index)
		take(-1, nil, start, e.Channels())
		for i := int32(0); int(i) < len(t.nodes); i++ {
			n := t.nodes[i]
			if n.widget == start && e.Transitions != nil {
				for _, edge := range e.Transitions {
					take(i, edge, int32(edge.Meant.Index), n.channels)
				}
				continue
			}
			from, to := g.out(int(n.widget))
			for edge := from; edge < to; edge++ {
				take(i, g.edges[edge], g.to[edge], n.channels)
			}
		}
		return t
	})
}

// ChannelsAt returns with what an execution that begins so can come to the widget,
// each set once, that of the shortest path first. Behind a way that is lost it may be any.
func (e *Entry) ChannelsAt(w *Widget) []Channels {
	var all []Channels
	t := e.channelTree()
	for i := t.first[w.Index]; i >= 0; i = t.nodes[i].other {
		all = append(all, t.nodes[i].channels)
	}
	if len(all) == 0 && e.flow.lostWays().leadsTo(w) {
		all = append(all, e.Channels()|Unknown)
	}
	return all
}

// MayHaveCall reports whether an execution may come to a widget with a live call.
func (f *Flow) MayHaveCall(w *Widget) bool {
	for _, e := range f.Entries() {
		t := e.channelTree()
		for i := t.first[w.Index]; i >= 0; i = t.nodes[i].other {
			if t.nodes[i].channels&(Call|Unknown) != 0 {
				return true
			}
		}
	}
	return f.lostWays().leadsTo(w)
}

// PathWith returns a shortest path from the entry to the widget that comes there
// with such a set, and whether there is one.
func (e *Entry) PathWith(w *Widget, such func(Channels) bool) ([]*Transition, bool) {
	t := e.channelTree()
	for i := t.first[w.Index]; i >= 0; i = t.nodes[i].other {
		if such(t.nodes[i].channels) {
			return t.path(i), true
		}
	}
	return nil, false
}

func (t *channelTree) path(node int32) []*Transition {
	length := 0
	for i := node; t.nodes[i].previous >= 0; i = t.nodes[i].previous {
		length++
	}
	path := make([]*Transition, length)
	for i := node; t.nodes[i].previous >= 0; i = t.nodes[i].previous {
		length--
		path[length] = t.nodes[i].edge
	}
	return path
}
