package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// In returns the words of a name or a text, in lower case; in a name, capitals begin a
// word too. Numbers and single letters are none.
func In(text string) []string {
	lower := strings.ToLower(text)
	if len(lower) != len(text) || !IsASCII(text) {
		return inOther(text)
	}
	var all []string
	start := -1
	for i := 0; i <= len(text); i++ {
		c := byte(' ')
		if i < len(text) {
			c = text[i]
		}
		letter, capital := 'a' <= c|0x20 && c|0x20 <= 'z', c < 'a' && i > 0 && 'a' <= text[i-1] && text[i-1] <= 'z'
		if start >= 0 && (!letter || capital) {
			if i-start >= 2 {
				all = append(all, lower[start:i])
			}
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
	}
	return all
}

// Overlap reports whether one of some words is among others.
func Overlap(some, others []string) bool {
	return slices.ContainsFunc(some, func(word string) bool { return slices.Contains(others, word) })
}

// IsASCII reports whether a text has no byte beyond ASCII.
func IsASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// inOther is In for a text with letters beyond ASCII.
func inOther(text string) []string {
	var all []string
	start := -1
	end := func(i int) {
		if start >= 0 && utf8.RuneCountInString(text[start:i]) >= 2 {
			all = append(all, strings.ToLower(text[start:i]))
		}
		start = -1
	}
	lower := false
	for i, r := range text {
		switch {
		case !unicode.IsLetter(r):
			end(i)
		case start < 0:
			start = i
		case unicode.IsUpper(r) && lower:
			end(i)
			start = i
		}
		lower = unicode.IsLower(r)
	}
	end(len(text))
	return all
}
