package offer

import (
	"slices"
	"strings"
)

// EndsWithEmergency reports whether a text ends with the number of an emergency, its digits apart (dial 9 1 1,
// 9-1-1): who is told to dial it has to hang up first.
func EndsWithEmergency(text string) bool {
	const length = len("9 1 1")
	text = strings.TrimRight(text, ".!?\"') \t\n")
	if len(text) <= length {
		return false
	}
	number, before := text[len(text)-length:], text[len(text)-length-1]
	if before != ' ' || number[1] != number[3] || number[1] != ' ' && number[1] != '-' {
		return false
	}
	if rest := strings.TrimRight(text[:len(text)-length], " "); rest != "" && rest[len(rest)-1] >= '0' && rest[len(rest)-1] <= '9' {
		return false // a longer number
	}
	return slices.Contains(emergencies, number[:1]+number[2:3]+number[4:])
}

// emergencies are the numbers that people call in need.
var emergencies = []string{"911", "112", "999", "000", "110", "190", "192", "193", "988"}
