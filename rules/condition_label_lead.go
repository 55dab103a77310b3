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
	for range far {
		if t == nil || t.Meant == nil {
			return false
		}
		switch act := effects.ActOf(t.Meant); {
		case such(t.Meant):
			return true
		case act != effects.Tells && act != effects.Sets:
			return false
		}
		t = t.Meant.Onward()
	}
	return false
}
