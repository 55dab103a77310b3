package words

import (
	"strings"
	"unicode"
)

// BeginsInCapitals reports whether a text begins, after blanks, with a word in capitals: APPT.
func BeginsInCapitals(text string) bool {
	text = strings.TrimLeft(text, " ")
	return len(text) > 1 && unicode.IsUpper(rune(text[0])) && unicode.IsUpper(rune(text[1]))
}

// HoldsCapitals reports whether a text has three capital letters in a row, of ASCII.
func HoldsCapitals(text string) bool {
	const enough = 3
	n := 0
	for i := range len(text) {
		if n++; text[i] < 'A' || text[i] > 'Z' {
			n = 0
		} else if n == enough {
			return true
		}
	}
	return false
}
