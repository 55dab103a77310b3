package address

import (
	"strings"

	"studiolint/lint/words"
)

// IsMisspelt reports whether two hosts differ in one part, which is that of the other one, misspelt.
func IsMisspelt(a, b string) bool {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	if len(x) != len(y) {
		return false
	}
	differing := -1
	for i := range x {
		switch {
		case x[i] == y[i]:
		case differing >= 0:
			return false
		default:
			differing = i
		}
	}
	return differing >= 0 && words.MayBeMisspelt(x[differing], y[differing])
}
