package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// In returns the words of a name or a text, in lower case; in a name, capitals begin a
// word too. Numbers and single letters are none.
func In(text string) []string {
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
