package words

import (
	"fmt"
	"strings"
	"unicode"
)

// IsUnseen reports whether nothing of a text can be seen: it holds nothing but blanks, and
// characters that look like one or are of no width.
func IsUnseen(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !isUnseen(r) }) < 0
}

// Unseen names the first character of a text that cannot be seen and is no blank of a keyboard:
// U+200B.
func Unseen(text string) string {
	for _, r := range text {
		if !strings.ContainsRune(" \t\r\n", r) {
			return fmt.Sprintf("U+%04X", r)
		}
	}
	return ""
}

func isUnseen(r rune) bool {
	switch r {
	case '\u00AD', '\u034F', '\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0': // a hyphen at need, fillers, a pattern without dots
		return true
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}
