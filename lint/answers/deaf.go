package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// Deaf returns the answers, in words or by keys, by which a question of a call leads to the same request or
// variables as by the other kind, though only that one is read there, and what is answered so is read nowhere.
func Deaf(d *project.Document) []*flow.Transition {
	var all []*flow.Transition
	for _, w := range d.Flow.Widgets {
		keys, speech := effects.Raised(w, schemas.ByKeys), effects.Raised(w, schemas.BySpeech)
		if keys == nil || speech == nil || w.Incomplete || d.Flow.Only(w.Name) != w || !d.Flow.Reachable(w) {
			continue
		}
		pressed, spoken := w.On(keys.Name), w.On(speech.Name)
		to := effects.PastIdle(d.Flow, pressed)
		if spoken == nil || to == nil || effects.PastIdle(d.Flow, spoken) != to {
			continue
		}
		if act := effects.ActOf(to); act != effects.Requests && act != effects.Sets {
			continue
		}
		switch {
		case unreadOn(d, spoken) && isGiven(d.Flow, pressed):
			all = append(all, spoken)
		case unreadOn(d, pressed) && (offer.NamesKeys(effects.Prompt(w).Text()) || invited(pressed)) && isGiven(d.Flow, spoken):
			all = append(all, pressed)
		}
	}
	return all
}

// isGiven reports whether the step to which an answer leads reads it.
func isGiven(f *flow.Flow, t *flow.Transition) bool {
	return f.Reads(effects.PastIdle(f, t), func(r flow.Ref) bool { return readsAnswer(r, t) })
}

// readsAnswer reports whether a reference reads the answer that a question was left by.
func readsAnswer(r flow.Ref, t *flow.Transition) bool {
	return r.Root() == "widgets" && r.Name(1) == t.From.Name && r.Name(2) == effects.AnswerOn(t.From, t.Raised())
}
