package flow

import (
	"slices"
	"strings"

	"studiolint/lint/words"
	"studiolint/schemas"
)

// guessTypes finds what is known of the types that widgets were most likely meant to have
// whose type is missing, or is one that the catalogue does not know: so that one such slip
// hides nothing of the widgets around. What is written in its place tells it, and where nothing
// is, the events and the properties do. A type that is like none may be newer than this program.
func (f *Flow) guessTypes() {
	known := map[string]string{} // each is compared with all types
	for _, w := range f.Widgets {
		if w.Facts.Known() || w.Facts.Declared || w.TypeNode.Filled() {
			continue
		}
		name, ok := known[w.Type]
		if !ok {
			name = nearType(w.Type)
			known[w.Type] = name
		}
		if name == "" && w.Type != "" {
			name = w.typeWithin()
		}
		facts := schemas.Lookup(name)
		switch {
		case w.Type == "":
			facts = w.typeOfParts()
		case facts != nil && !words.IsSlip(w.Type, name) && !w.isLike(facts) && !w.isAlias(facts):
			facts = nil
		}
		if facts != nil {
			w.Facts, w.TypeGuessed = facts, true
		}
	}
}

// nearType returns the type that people mean by an invented one, or that has similar letters; ""
// for none.
func nearType(written string) string {
	if _, unseen := schemas.UnseenType(written); unseen || written == "" {
		return ""
	}
	if name, _, ok := schemas.TypeAlias(written); ok {
		return name
	}
	return words.Nearest(written, schemas.Types())
}

// TypeSure reports whether there is no doubt which type was meant by one that the catalogue does
// not know: it has the letters of that one, or is what people write for it.
func (w *Widget) TypeSure() bool {
	alias, _, _ := schemas.TypeAlias(w.Type)
	return words.SameLetters(w.Type, w.Facts.Type) || alias == w.Facts.Type
}

// isAlias reports whether people write the type of a widget for another one, of which it names
// an event at least, or what people write for one and no other type raises.
func (w *Widget) isAlias(facts *schemas.Widget) bool {
	alias, _, _ := schemas.TypeAlias(w.Type)
	return alias == facts.Type && slices.ContainsFunc(w.Transitions, func(t *Transition) bool {
		return facts.Event(t.Event) != nil || facts.Aliases.Events.Get(t.Event) != "" &&
			!slices.ContainsFunc(schemas.Types(), func(name string) bool { return schemas.Lookup(name).Event(t.Event) != nil })
	})
}

// NearestType returns the type that was most likely meant by the one that is written, of those
// of a catalogue: one of similar letters, or one that it holds word for word; "" when there is none.
func (w *Widget) NearestType(c schemas.Catalogue) string {
	if near := words.Nearest(w.Type, c.Types()); near != "" {
		return near
	}
	return w.typeWithin()
}

// typeWithin returns the type of which all words stand in an invented one
// (resume-conversation in send-message-to-conversation-resume). Of several it is the one
// that takes most of the properties that are written; "" when no one does.
func (w *Widget) typeWithin() string {
	parts := strings.Split(w.Type, "-")
	best, most, alone := "", -1, true
	for _, name := range schemas.Types() {
		all := strings.Split(name, "-")
		if len(all) < 2 || slices.ContainsFunc(all, func(part string) bool { return !slices.Contains(parts, part) }) {
			continue
		}
		taken := 0
		for key := range w.Properties.Members() {
			if schemas.Lookup(name).Property(key) != nil {
				taken++
			}
		}
		if taken == most {
			alone = false
		}
		if taken > most {
			best, most, alone = name, taken, true
		}
	}
	if !alone {
		return ""
	}
	return best
}

// typeOfParts returns the only type in use that raises all events that a widget names, and has
// all of its properties; nil when there is none, or more than one.
func (w *Widget) typeOfParts() *schemas.Widget {
	var only *schemas.Widget
	for _, name := range schemas.Types() {
		facts := schemas.Lookup(name)
		if facts.Retired != nil || !w.isLike(facts) {
			continue
		}
		if only != nil {
			return nil
		}
		only = facts
	}
	return only
}

func (w *Widget) isLike(facts *schemas.Widget) bool {
	if len(w.Transitions) == 0 || !w.Properties.Exists() {
		return false
	}
	for _, t := range w.Transitions {
		if facts.Event(t.Event) == nil || len(t.Conditions) > 0 && !facts.Split {
			return false
		}
	}
	for key := range w.Properties.Members() {
		if facts.Property(key) == nil && key != "offset" {
			return false
		}
	}
	required := facts.Schema.At("properties")
	return required == nil || !slices.ContainsFunc(required.Required, func(name string) bool { return !w.Property(name).Exists() })
}
