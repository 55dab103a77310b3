package rules

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// eventInstead returns what to do about an event that a widget does not raise, and the event that
// was most likely meant: none that leads on already, as there cannot be two of it.
func eventInstead(s shape.Subject, value string, at source.Node, expected []string) (hint, near string, certain bool) {
	free := slices.DeleteFunc(slices.Clone(expected), func(event string) bool { return isTaken(s, event) })
	if s.Known.Known() {
		near, typ := s.Known.Aliases.Events.Get(value), typeRaisingAll(s)
		switch {
		case typ != "" && (near == "" || len(s.Widget.Transitions) > 1):
			return typ + " does: use that", "", false
		case slices.Contains(free, near):
			return "did you mean " + words.Quote(near) + "?", near, true
		}
		if hint := s.Known.Aliases.Hints.Get(value); hint != "" {
			return words.LowerFirst(words.TrimStop(hint)), "", false
		}
	}
	if near = words.Nearest(value, free); near != "" {
		return "did you mean " + words.Quote(near) + "?", near, words.IsSlip(value, near)
	}
	if near = words.Nearest(value, expected); words.IsSlip(value, near) {
		return words.Quote(near) + " leads on already: remove it", "", false
	}
	if near = shape.StartFor(s.Widget, at, free); near != "" {
		return "did you mean " + words.Quote(near) + "?", near, false
	}
	if len(expected) > 1 || s.Widget.On(expected[0]) == nil {
		return words.OneOf("", expected), "", false
	}
	if types := raising(value); len(types) == 1 {
		return types[0] + " does: use that, or remove it", "", false
	}
	return "remove it", "", false
}

// isTaken reports whether a widget has an event already, by which it leads on.
func isTaken(s shape.Subject, event string) bool {
	if s.Known.Known() && s.Known.Event(event) != nil && s.Known.Event(event).Kind == schemas.KindBranch {
		return false
	}
	t := s.Widget.On(event)
	return t != nil && t.Next != ""
}

// typeRaisingAll returns the one type that raises all the events which are written at a widget, of
// which its own raises none, and takes the properties that both may have: the type is the mistake
// then. It is "" when there is none, or several.
func typeRaisingAll(s shape.Subject) (found string) {
	all := s.Widget.Transitions
	if len(all) == 0 || slices.ContainsFunc(all, func(t *flow.Transition) bool { return s.Known.Event(t.Event) != nil }) {
		return ""
	}
	for _, name := range schemas.Types() {
		facts := schemas.Lookup(name)
		if facts.Retired != nil || slices.ContainsFunc(all, func(t *flow.Transition) bool { return facts.Event(t.Event) == nil }) || !takenBy(s, facts) {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

// takenBy reports whether another type takes what is written of the properties of a widget's own
// type, and there is some.
func takenBy(s shape.Subject, facts *schemas.Widget) bool {
	taken := false
	for key := range s.Widget.Properties.Members() {
		if key == "offset" || s.Known.Property(key) == nil {
			continue
		}
		if facts.Property(key) == nil {
			return false
		}
		taken = true
	}
	return taken
}

// raising returns the types of widgets that raise an event.
func raising(event string) []string {
	var types []string
	for _, name := range schemas.Types() {
		if schemas.Lookup(name).Event(event) != nil {
			types = append(types, name)
		}
	}
	return types
}
