package shape

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// StartFor returns the one of some events of a trigger that brings what the first widgets need to
// which another event leads, one that does not exist: a call for what is said. It is "" where
// that is not certain.
func StartFor(w *flow.Widget, event source.Node, events []string) string {
	if !w.Facts.Starts {
		return ""
	}
	i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.EventNode == event })
	if i < 0 {
		return ""
	}
	has := needed(w.Transitions[i].Meant)
	i = slices.IndexFunc(events, func(event string) bool { return has != 0 && flow.ChannelsBy(event) == has })
	if i < 0 {
		return ""
	}
	return events[i]
}

// needed returns what the first of the widgets from one on needs that cannot do without a call
// or a message; none when there is no such.
func needed(first *flow.Widget) flow.Channels {
	const most = 20 // widgets
	walk := flow.WalkFrom(first)
	for w := range walk.First(most) {
		switch w.Needs() {
		case schemas.NeedsCall:
			return flow.Call
		case schemas.NeedsMessage:
			return flow.Message
		}
		walk.AddNext(w)
	}
	return 0
}
