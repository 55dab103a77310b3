package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TwoNumbers returns where in a text two numbers are asked for in one entry: "your member ID followed by
// the PIN"; 0, 0 where none are.
func TwoNumbers(text string) (start, end int) {
	if !words.HoldsAny(text, "followed by", "and then") {
		return 0, 0
	}
	if m := twoNumbers().FindStringIndex(text); m != nil {
		return m[0], m[1]
	}
	return 0, 0
}

var twoNumbers = pattern.Lazy(`(?i)\b(?:\w+ )?(?:id|number|code|pin|ssn)s?,? (?:immediately )?(?:followed by|and then)(?: (?:the|your|its))?(?: (?:\w+|[0-9]-digit)){0,2} (?:id|pin|passcode|code|number|ssn|date of birth|birth ?date|zip(?: code)?)\b`)
