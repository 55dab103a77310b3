package rules

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// takesAnswer reports whether a widget comes right after a person's answer.
func takesAnswer(w *flow.Widget) bool {
	return answerBefore(w, func(*flow.Transition) bool { return true })
}

// answerBefore reports whether a widget comes right after one of some answers.
func answerBefore(w *flow.Widget, such func(*flow.Transition) bool) bool {
	const far = 8 // steps that are looked at
	walk := flow.WalkFrom(w)
	for at := range walk.First(far) {
		for _, t := range at.In {
			switch {
			case t.Facts.Kind == schemas.KindInput:
				if such(t) {
					return true
				}
			case !t.From.Facts.Starts && t.From.Facts.Dialog == schemas.DialogSilent:
				walk.Add(t.From)
			}
		}
	}
	return false
}

// answersGiven returns what a widget reads of what a person answered.
func answersGiven(f *flow.Flow, w *flow.Widget) []flow.Ref {
	var given []flow.Ref
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if reads.IsGiven(f, r) {
				given = append(given, r)
			}
		}
	}
	return given
}

// storedBy returns the names of the widgets of which some template reads what they store, "" when
// it may be any.
func storedBy(f *flow.Flow) map[string]bool {
	read := reads.StoredBy(f)
	read[""] = read[""] || f.Unread()
	return read
}

// mayFail reports whether a step is named after what may fail without harm: a record that it keeps,
// or news for somebody.
func mayFail(name string) bool { return words.KeepsRecord(name) || words.Notifies(name) }

// endsAfterSetting reports whether the execution ends after a transition, at once or after steps that set variables.
func endsAfterSetting(t *flow.Transition) bool {
	t = effects.LastSetting(t)
	return t != nil && t.Ends()
}
