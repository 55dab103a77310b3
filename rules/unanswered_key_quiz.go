package rules

import (
	"studiolint/lint/answers"
	"studiolint/lint/effects"
)

// isQuiz reports whether a question has one answer that is right, and is followed by the same, whatever is
// answered.
func isQuiz(m *answers.Menu) bool {
	if len(m.Branches) != 1 || m.Otherwise == nil {
		return false
	}
	right := m.Branches[0].Transition
	if to := effects.PastSetting(right); to != nil && to == effects.PastSetting(m.Otherwise) {
		return true
	}
	next := effects.FirstAsked(right)
	return next != nil && next == effects.FirstAsked(m.Otherwise) && answers.Asks(next)
}
