package main

import (
	"strconv"
	"strings"
	"unicode"
)

// printable escapes what could move the cursor, change colours or hide text on a
// terminal. Line breaks stay: an error may have several lines.
func printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || unicode.IsPrint(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
	}
	return b.String()
}
