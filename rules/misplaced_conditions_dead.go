package rules

import (
	"fmt"

	"studiolint/lint/flow"
)

// alsoDead tells of the transitions of a widget for one event that are never followed: all but one.
func alsoDead(w *flow.Widget, event string) string {
	if n := transitionsFor(w, event); n > 1 {
		return fmt.Sprintf(", and of its %d transitions only one is followed", n)
	}
	return ""
}

// transitionsFor returns how many transitions a widget has for an event.
func transitionsFor(w *flow.Widget, event string) (n int) {
	for _, t := range w.Transitions {
		if t.Event == event {
			n++
		}
	}
	return n
}
