package answers

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// Deaf returns the answers in words by which a question of a call leads to the same request or
// variables as by keys, though only the keys are read there, and what is said is read nowhere.
func Deaf(d *project.Document) []*flow.Transition {
	var all []*flow.Transition
	for _, w := range d.Flow.Widgets {
		keys, speech := effects.Raised(w, schemas.ByKeys), effects.Raised(w, schemas.BySpeech)
		if keys == nil || speech == nil || w.Incomplete || d.Flow.Only(w.Name) != w || !d.Flow.Reachable(w) {
			continue
		}
		pressed, spoken := w.On(keys.Name), w.On(speech.Name)
		if pressed == nil || spoken == nil || pressed.Meant == nil || spoken.Meant != pressed.Meant || !unreadOn(d, spoken) {
			continue
		}
		if act := effects.ActOf(spoken.Meant); act != effects.Requests && act != effects.Sets {
			continue
		}
		if slices.ContainsFunc(d.Flow.TemplatesOf(spoken.Meant), func(t *flow.Template) bool {
			return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return readsAnswer(r, pressed) })
		}) {
			all = append(all, spoken)
		}
	}
	return all
}

// readsAnswer reports whether a reference reads the answer that a question was left by.
func readsAnswer(r flow.Ref, t *flow.Transition) bool {
	return r.Root() == "widgets" && r.Name(1) == t.From.Name && r.Name(2) == effects.AnswerOn(t.From, t.Raised())
}
