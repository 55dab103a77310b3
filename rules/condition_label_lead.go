package rules

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
)

// takesMessage reports whether a transition leads to where a message is left.
func takesMessage(t *flow.Transition) bool {
	return leadsTo(t, func(w *flow.Widget) bool { return w.Facts.TakesMessage })
}

// putsThrough reports whether a transition leads to where the caller is put through to somebody.
func putsThrough(t *flow.Transition) bool {
	return leadsTo(t, func(w *flow.Widget) bool { return effects.ActOf(w) == effects.HandsOver })
}

// leadsTo reports whether a transition leads to such a widget, over words and variables at most.
func leadsTo(t *flow.Transition, such func(*flow.Widget) bool) bool {
	const far = 5
	for w := range t.Ahead(far) {
		switch act := effects.ActOf(w); {
		case such(w):
			return true
		case act != effects.Tells && act != effects.Sets:
			return false
		}
	}
	return false
}
