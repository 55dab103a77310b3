package words

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible escapes what a terminal would obey or a reader could not see: control
// characters, terminal escapes, marks that turn the direction of writing, other
// characters without a shape, and bytes that are not UTF-8.
func Visible(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= ' ' && s[i] < 0x7F && s[i] != '#'
	}
	if plain {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		shown, n := Glyph(s, i)
		b.WriteString(shown)
		i += n
	}
	return b.String()
}

// Glyph returns how the character at s[i:] is shown, and how many bytes of s it is.
func Glyph(s string, i int) (shown string, size int) {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		return fmt.Sprintf(`\x%02x`, s[i]), 1
	case r == '#' && opensCommand(s, i):
		return `\x23`, 1
	case !hidden(r):
		return s[i : i+n], n
	case r == '\n':
		return `\n`, n
	case r == '\r':
		return `\r`, n
	case r == '\t':
		return `\t`, n
	case r < 0x80:
		return fmt.Sprintf(`\x%02x`, r), n
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r), n
	}
	return fmt.Sprintf(`\U%08x`, r), n
}

// opensCommand reports whether the # at s[i] is the second of "##[", "##vso[" and
// the like. CI servers (GitHub, Azure Pipelines, TeamCity) obey such words
// anywhere in what a step prints.
func opensCommand(s string, i int) bool {
	if i == 0 || s[i-1] != '#' {
		return false
	}
	for _, c := range []byte(s[i+1 : min(i+20, len(s))]) {
		if c == '[' {
			return true
		}
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return false
}

// hidden reports whether a character has no shape of its own. Variation selectors
// 15 and 16 stay as they are: half of all emoji carry one.
func hidden(r rune) bool {
	switch {
	case r < 0x80:
		return r < ' ' || r == 0x7F
	case r == 0xFE0E || r == 0xFE0F:
		return false
	case r == 0x2800: // the Braille pattern without dots
		return true
	}
	return !unicode.IsPrint(r) ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
