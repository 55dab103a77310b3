package effects

import (
	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// AmountOf returns the property of a widget that is an amount to be paid; absent for none.
func AmountOf(w *flow.Widget) source.Node {
	for i := range w.Facts.Properties {
		if f := &w.Facts.Properties[i]; f.Format == "amount" {
			return w.Property(f.Name)
		}
	}
	return source.Node{}
}
