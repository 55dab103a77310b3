package flow

import "slices"

// Unread reports whether some state is no object, so that it is no widget and may
// have any name.
func (f *Flow) Unread() bool { return len(f.Widgets) < f.States.Len() || f.Open() }

// Open reports whether a template leaves it open which widgets there are, and what
// leads to them: by an expression in place of a state, or of all, by a condition or a
// loop around some of them or the first one's name, or by an expression in a name.
func (f *Flow) Open() bool {
	return f.analysis.open.get(func() bool {
		file := f.Definition.File()
		if f.States.Unknown() || f.States.Partial() || f.Initial.Partial() {
			return true
		}
		if file.Partial() && !(f.States.Exists() && f.Initial.Exists()) {
			return true
		}
		for s := range f.States.Children() {
			if s.Unknown() || s.Get("name").Filled() {
				return true
			}
		}
		return false
	})
}

// Ignores reports whether the flow does nothing on an event of its trigger. A "next"
// that leads to no widget is another rule's.
func (f *Flow) Ignores(event string) bool {
	start := f.Begin()
	if start == nil || !start.Facts.Starts {
		return false
	}
	return !slices.ContainsFunc(start.Transitions, func(t *Transition) bool { return t.Raised() == event && t.Next != "" })
}
