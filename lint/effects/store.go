package effects

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// Storage says on which events a widget stores an output.
type Storage struct {
	// Key is what is known of the output; nil when the catalogue does not name it.
	Key *schemas.Variable

	events []string // none: on all
	except bool     // on all but those
}

// StorageOf returns on which events a widget stores the output with a name, the first
// after the widget's.
func StorageOf(w *flow.Widget, name string) Storage {
	s := Storage{Key: w.Facts.Outputs.Key(name)}
	switch {
	case s.Key != nil && len(s.Key.Events) > 0:
		s.events = s.Key.Events
	case len(w.Facts.Outputs.BlankOn) > 0:
		s.events, s.except = w.Facts.Outputs.BlankOn, true
	}
	return s
}

// Always reports whether the output is stored whatever happens.
func (s Storage) Always() bool { return len(s.events) == 0 }

// On reports whether the output is stored on an event.
func (s Storage) On(event string) bool {
	return s.Always() || slices.Contains(s.events, event) != s.except
}

// Events returns the events of a widget on which it stores the output, as the catalogue
// knows them.
func (s Storage) Events(w *flow.Widget) []string {
	if !s.Always() && !s.except {
		return s.events
	}
	var events []string
	for i := range w.Facts.Events {
		if name := w.Facts.Events[i].Name; s.On(name) {
			events = append(events, name)
		}
	}
	return events
}

// Stores returns the outputs that a widget stores on an event, as far as the catalogue
// names them. What its properties leave out is missing (see schemas.Variable.When), as far
// as they are plain: an expression may come out any way.
func Stores(w *flow.Widget, event string) []*schemas.Variable {
	var all []*schemas.Variable
	for i := range w.Facts.Outputs.Keys {
		if v := &w.Facts.Outputs.Keys[i]; StorageOf(w, v.Name).On(event) && told(w, v) {
			all = append(all, v)
		}
	}
	return all
}

// told reports whether the properties of a widget let it store an output.
func told(w *flow.Widget, v *schemas.Variable) bool {
	for name, values := range v.When.All() {
		n := w.Property(name)
		value := string(n.Raw())
		switch {
		case n.IsString():
			value = strings.TrimSpace(n.Text())
		case !n.Exists():
			value = w.Facts.Property(name).Default
		}
		if !slices.Contains(values, value) && !strings.ContainsAny(value, "{$[") {
			return false
		}
	}
	return true
}

// IsAnswer reports whether nothing but somebody's answer fills an output of a widget.
func IsAnswer(w *flow.Widget, v *schemas.Variable) bool {
	return len(v.Events) > 0 && !slices.ContainsFunc(v.Events, func(event string) bool {
		return w.Facts.EventFacts(event).Kind != schemas.KindInput
	})
}

// AnswerOn returns the path, below the widget's name, of the answer that a widget stores
// on an event: "inbound.Body"; "" when it is no answer or the widget stores none.
func AnswerOn(w *flow.Widget, event string) string {
	v := answerOn(w, event)
	switch {
	case v == nil:
		return ""
	case len(v.Keys) > 0:
		return v.Name + "." + v.Keys[0].Name
	}
	return v.Name
}

// PathOf returns the path, below the widget's name, of the first output of a widget that holds something, also where
// it stands below another one: "inbound.MediaUrl0"; "" for none.
func PathOf(w *flow.Widget, holds schemas.Content) string {
	return pathOf(w.Facts.Outputs.Keys, holds)
}

func pathOf(keys []schemas.Variable, holds schemas.Content) string {
	for i := range keys {
		v := &keys[i]
		switch below := pathOf(v.Keys, holds); {
		case v.Holds == holds && v.Numbered:
			return v.Name + "0"
		case v.Holds == holds:
			return v.Name
		case below != "":
			return v.Name + "." + below
		}
	}
	return ""
}

// StoresAnswerOn reports whether a widget stores an answer on an event.
func StoresAnswerOn(w *flow.Widget, event string) bool { return answerOn(w, event) != nil }

func answerOn(w *flow.Widget, event string) *schemas.Variable {
	if w.Facts.EventFacts(event).Kind != schemas.KindInput {
		return nil
	}
	for i := range w.Facts.Outputs.Keys {
		if v := &w.Facts.Outputs.Keys[i]; slices.Contains(v.Events, event) {
			return v
		}
	}
	return nil
}
