package words

import "unicode/utf8"

// Ending returns the end of a text, long enough for whatever expression looks at how a text ends: of a long text one asks
// what comes before each of many places.
func Ending(text string) string {
	const enough = 400 // bytes
	start := len(text) - enough
	if start <= 0 {
		return text
	}
	for !utf8.RuneStart(text[start]) {
		start--
	}
	return text[start:]
}
