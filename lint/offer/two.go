package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TwoNumbers returns where in a text two numbers are asked for in one entry: "your member ID followed by
// the PIN"; 0, 0 where none are.
func TwoNumbers(text string) (start, end int) {
	if !words.HoldsAny(text, "followed by", "and then") {
		return 0, 0
	}
	for _, m := range twoNumbers.FindAllStringIndex(text, -1) {
		if !isOneNumber(text[m[0]:m[1]], text[m[1]:]) {
			return m[0], m[1]
		}
	}
	return 0, 0
}

// isOneNumber reports whether what seems to be two numbers is one: its parts (an area code followed by your phone
// number), or a number and a key (your PIN followed by the number sign).
func isOneNumber(asked, rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return words.HoldsAny(asked, "area code", "country code", "press", "dial") ||
		rest != "" && (words.HoldsAny(rest[:min(len(rest), 4)], "sign", "key") || '0' <= rest[0] && rest[0] <= '9')
}

var twoNumbers = pattern.Lazy(`(?i)\b(?:\w+ )?(?:id|number|code|pin|ssn)s?,? (?:immediately )?(?:followed by|and then)(?: (?:the|your|its))?(?: (?:\w+|[0-9]-digit)){0,2} (?:id|pin|passcode|code|number|ssn|date of birth|birth ?date|zip(?: code)?)\b`)
