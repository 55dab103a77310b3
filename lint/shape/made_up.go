package shape

import (
	"strings"

	"studiolint/lint/placeholder"
)

// IsMadeUp reports whether a text is a number that nobody has, in digits: 312-555-0143. Who fills in another
// one keeps its form.
func IsMadeUp(text string) bool {
	return text != "" && strings.Trim(text, "0123456789+-(). ") == "" && placeholder.Number(text)
}
