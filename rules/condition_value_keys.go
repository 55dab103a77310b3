package rules

import (
	"slices"
	"strings"

	"studiolint/lint/literal"
	"studiolint/schemas"
)

// isWordForKeys reports whether what holds the keys that were pressed is compared with
// words alone.
func isWordForKeys(v *schemas.Variable, texts []string) bool {
	return v != nil && v.Holds == schemas.HoldsKeys && len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		return text == "" || strings.ContainsAny(text, literal.Keys)
	})
}
