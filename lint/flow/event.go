package flow

import (
	"slices"

	"studiolint/lint/words"
	"studiolint/schemas"
)

// Raised is the name of the event by which a transition leaves its widget: the one that is
// written, or, when the widget raises none of that name, the one that was most likely meant.
func (t *Transition) Raised() string {
	if t.EventGuessed {
		return t.Facts.Name
	}
	return t.Event
}

// guessEvent finds what is known of the event that a transition was most likely meant for, when
// its own is missing or not known: one of the same letters, or of another name that people
// give it; and where there is none, the only one that the widget does not name.
func (w *Widget) guessEvent(t *Transition) {
	if !w.Facts.Known() || w.Facts.OpenEvents {
		return
	}
	var free []string
	for i := range w.Facts.Events {
		e := &w.Facts.Events[i]
		if w.On(e.Name) == nil && !(e.Optional && t.Event == "") || e.Kind == schemas.KindBranch && (t.Event != "" || len(t.Conditions) > 0) {
			free = append(free, e.Name)
		}
	}
	name := w.Facts.Aliases.Events.Get(t.Event)
	switch {
	case t.Event == "" && len(t.Conditions) > 0:
		free = slices.DeleteFunc(free, func(name string) bool { return w.Facts.Event(name).Kind != schemas.KindBranch })
		fallthrough
	case t.Event == "":
		if len(free) != 1 || len(t.Conditions) == 0 && w.unnamed() > 1 {
			return
		}
		name = free[0]
	case name == "":
		i := slices.IndexFunc(free, func(name string) bool { return words.IsOnlySlip(t.Event, name, free) })
		if i < 0 {
			return
		}
		name = free[i]
	}
	if slices.Contains(free, name) {
		t.Facts, t.EventGuessed = w.Facts.EventFacts(name), true
	}
}

// unnamed is how many transitions have neither an event nor conditions.
func (w *Widget) unnamed() (n int) {
	for _, t := range w.Transitions {
		if t.Event == "" && len(t.Conditions) == 0 {
			n++
		}
	}
	return n
}
