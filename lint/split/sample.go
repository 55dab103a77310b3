package split

import "strings"

// Sample returns a text that a regular expression takes; false for any other comparison, and where none is found.
func (c Comparison) Sample() (text string, ok bool) {
	if c.regex == nil || c.value == "" {
		return "", false
	}
	return c.regex.Sample()
}

// MayTakeSigns reports whether a regular expression has something that takes other signs than letters and digits.
func MayTakeSigns(expression string) bool {
	for _, part := range [...]string{".", "[^", `\D`, `\W`, `\S`, `\s`, `\p`, `\P`, `\x`, `\u`, `\h`, `\Q`} {
		if strings.Contains(expression, part) {
			return true
		}
	}
	return false
}
