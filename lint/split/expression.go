package split

import (
	"strings"

	"studiolint/lint/pattern"
)

// IsExpression reports whether a text is a regular expression beyond doubt, and no text that a
// person or a service would send.
func IsExpression(text string) bool {
	return strings.ContainsAny(text, `[\^*|`) && expression.MatchString(text)
}

// expression is a class of letters that comes several times, a text that is held at both ends,
// any text, or one of some words.
var expression = pattern.Lazy(`\[[^\]\s]+\](?:\{\d+(?:,\d*)?\}|[+*])|\\[dw](?:[+*{]|$)|^\^.+\$$|^\.\*|\.\*$|^\(\w+(?:\|\w+)+\)$`)
