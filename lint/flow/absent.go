package flow

import "slices"

// Unread reports whether some state is no object, so that it is no widget and may
// have any name.
func (f *Flow) Unread() bool { return len(f.Widgets) < f.States.Len() }

// Ignores reports whether the flow does nothing on an event of its trigger. A "next"
// that leads to no widget is another rule's.
func (f *Flow) Ignores(event string) bool {
	start := f.Start()
	if start == nil || !start.Facts.Starts {
		return false
	}
	return !slices.ContainsFunc(start.Transitions, func(t *Transition) bool { return t.Event == event && t.Next != "" })
}
