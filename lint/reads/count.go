package reads

import (
	"strconv"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// IsCount reports whether a value is a whole number, or one that is counted up by whole ones.
func IsCount(text string) bool {
	_, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil || countedUp.Of(text)
}

var countedUp = words.NewMemory(func(text string) bool { return countsUp.MatchString(text) })

var countsUp = pattern.Lazy(`^(?:\s*(?:\{%[^%]*%\}|\d+|\{\{[^{}]*\|\s*plus:\s*\d+\s*-?\}\}))+\s*$`)
