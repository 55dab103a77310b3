package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysCarriedOut reports whether a text tells a person that the very thing has been done that a step is named after:
// "your card has been blocked", of block_card.
func SaysCarriedOut(text, step string) bool {
	const shortest = 4 // letters of a verb that is not part of others by chance
	if !words.HoldsAny(text, " been ") || undone.MatchString(text) {
		return false
	}
	said := carriedOut.FindStringSubmatch(text)
	if said == nil || notDone.MatchString(said[0]) {
		return false
	}
	done := strings.ToLower(said[1])
	for _, word := range words.In(step) {
		if verb := strings.TrimSuffix(strings.ToLower(word), "e"); len(verb) >= shortest && strings.HasPrefix(done, verb) {
			return true
		}
	}
	return false
}

var carriedOut = pattern.Lazy(`(?i)[^.!?]*\b(?:has|have) (?:now |just |also |successfully )?been (?:successfully )?(\pL+ed)\b`)
