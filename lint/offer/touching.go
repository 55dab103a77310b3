package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// TouchingQuote returns where in a text a word stands right before the quote that opens another, in bytes: Reply"1";
// 0, 0 for none.
func TouchingQuote(text string) (start, end int) {
	if n := strings.Count(text, `"`); n == 0 || n%2 != 0 || strings.ContainsAny(text, "{}<>") {
		return 0, 0
	}
	m := touchingQuote.FindStringSubmatchIndex(text)
	if m == nil || strings.Count(text[:m[3]], `"`)%2 != 0 {
		return 0, 0
	}
	return m[2], m[1]
}

var touchingQuote = pattern.Lazy(`(?:^|[ \n(])(\pL{2,})"[\pL\d][^"\n]{0,24}"`)
