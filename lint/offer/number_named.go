package offer

import (
	"strconv"
	"strings"
	"unicode"

	"studiolint/lint/pattern"
)

// NamesNumber reports whether a text names a number, in digits or as a word.
func NamesNumber(text, number string) bool {
	n, err := strconv.Atoi(number)
	if err != nil {
		return false
	}
	n = max(n, -n)
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if Count(part) == n {
			return true
		}
	}
	return false
}

// WithoutIf returns a text without its sentences that say what is if something is so: "If your number was wrong, write
// again."
func WithoutIf(text string) string { return ifSentence.ReplaceAllString(text, " ") }

var ifSentence = pattern.Lazy(`(?i)[^.!?\n]*\b(?:if|unless|wenn|falls|si|se|caso)\b[^.!?\n]*[.!?]?`)
