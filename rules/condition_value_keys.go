package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
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

// finishKey returns the key that ends what is entered at a widget; "" when there is none,
// or it is not known.
func finishKey(w *flow.Widget) string {
	n := w.Property(w.Facts.KeyEntry.Finish)
	if !n.Exists() {
		return w.Facts.Property(w.Facts.KeyEntry.Finish).Default
	}
	if text := strings.TrimSpace(n.Text()); len(text) == 1 {
		return text
	}
	return ""
}
