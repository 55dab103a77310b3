package words

import "strings"

// IsNothing reports whether a text is what programs write for no value, or for none of several.
func IsNothing(text string) bool {
	return IsNull(text) || text == "None" || text == "[]" || text == "{}"
}

// IsNull reports whether a text is a word of programs for no value.
func IsNull(text string) bool {
	switch len(text) {
	case len("nil"), len("null"), len("undefined"):
		return strings.EqualFold(text, "nil") || strings.EqualFold(text, "null") || strings.EqualFold(text, "undefined")
	}
	return false
}
