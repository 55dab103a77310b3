package report

import (
	"unicode"

	"golang.org/x/text/width"
)

// columnsOf returns how many columns of a terminal a visible character takes. The
// guess is the one of most terminals: by character, not by what several of them
// are drawn as together.
func columnsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me), 0x1160 <= r && r <= 0x11FF:
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
