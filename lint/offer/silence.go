package offer

import "studiolint/lint/words"

// SaysOfSilence reports whether a text says what comes when nothing is pressed: "or stay on the line to cancel it".
func SaysOfSilence(text string) bool {
	return words.HoldsAny(text, "on the line", "do nothing", "no key", "not press", "n't press", "without pressing")
}
