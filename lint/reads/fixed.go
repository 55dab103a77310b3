package reads

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/schemas"
)

// FixedWord reports whether a widget says something that Liquid does not change.
func FixedWord(w *flow.Widget) bool {
	if w.Facts.Dialog != schemas.DialogTells {
		return false
	}
	for _, name := range w.Facts.Content {
		if n := w.Property(name); n.IsString() && liquid.HasMarkup(n.Text()) {
			return false
		}
	}
	return true
}
