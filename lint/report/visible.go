package report

import (
	"strings"
	"unicode/utf8"

	"studiolint/lint/words"
)

// How much of a text from outside a report repeats, in characters.
const (
	maxMessage = 600 // a message; ours stay below
	maxWord    = 120 // one run of non-spaces in it: a name of 10,000 letters
	maxName    = 40  // the name of a widget or event in a path
)

// clean makes a message fit to be read anywhere: one line, of bounded length,
// nothing hidden in it.
func clean(s string) string {
	if len(s) > maxWord {
		s = middle(cutWords(s), maxMessage)
	}
	return Visible(s)
}

// cutWords shortens the words of s that are longer than maxWord.
func cutWords(s string) string {
	longest, start := 0, 0 // in bytes
	for i := range len(s) {
		if s[i] == ' ' {
			longest, start = max(longest, i-start), i+1
		}
	}
	if max(longest, len(s)-start) <= maxWord {
		return s
	}
	parts := strings.Split(s, " ")
	for i, w := range parts {
		parts[i] = middle(w, maxWord)
	}
	return strings.Join(parts, " ")
}

// middle cuts characters out of the middle of s so that most are left.
func middle(s string, most int) string {
	if len(s) <= most || utf8.RuneCountInString(s) <= most {
		return s
	}
	head, tail := 0, len(s)
	for range most * 2 / 3 {
		_, n := utf8.DecodeRuneInString(s[head:])
		head += n
	}
	for range most - most*2/3 - 1 {
		_, n := utf8.DecodeLastRuneInString(s[:tail])
		tail -= n
	}
	return s[:head] + "…" + s[tail:]
}

// Visible escapes what a reader could not see, or a terminal would obey: see
// words.Visible.
func Visible(s string) string { return words.Visible(s) }
