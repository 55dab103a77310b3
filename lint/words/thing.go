package words

import (
	"slices"
	"strings"
)

// NamesThing reports whether a word of a text is a thing, or several of it.
func NamesThing(text, thing string) bool {
	many, ends := strings.CutSuffix(thing, "y")
	return ends && HoldsAny(text, many+"ies") || slices.ContainsFunc(In(text), func(word string) bool {
		return word == thing || ArePlural(word, thing)
	})
}
