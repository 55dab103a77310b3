package effects

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// AmountOf returns the property of a widget that is an amount to be paid, and CurrencyOf the one that says in
// which currency; absent for none.
func AmountOf(w *flow.Widget) source.Node { return ofFormat(w, schemas.FormatAmount) }

// CurrencyOf is described at AmountOf.
func CurrencyOf(w *flow.Widget) source.Node { return ofFormat(w, schemas.FormatCurrency) }

// FinishOf returns the property of a widget with the keys that end what a caller does; absent for none.
func FinishOf(w *flow.Widget) source.Node { return ofFormat(w, schemas.FormatFinishKey) }

// AttributesOf returns the attributes of the task, message or conversation that a widget makes; absent for none.
func AttributesOf(w *flow.Widget) source.Node { return ofFormat(w, schemas.FormatJSON) }

// Attributes returns what is known of the property for those; nil for none.
func Attributes(w *flow.Widget) *schemas.Property { return propertyOf(w, schemas.FormatJSON) }

// ofFormat returns the first property of a widget whose text is of a format.
func ofFormat(w *flow.Widget, format string) source.Node {
	if f := propertyOf(w, format); f != nil {
		return w.Property(f.Name)
	}
	return source.Node{}
}

func propertyOf(w *flow.Widget, format string) *schemas.Property {
	for i := range w.Facts.Properties {
		if f := &w.Facts.Properties[i]; f.Format == format {
			return f
		}
	}
	return nil
}

// TakesNumber reports whether a property holds a telephone number as its widget is set up:
// one that can connect to several kinds of things may connect to a client or a room.
func TakesNumber(w *flow.Widget, f *schemas.Property) bool {
	for name, values := range f.NumberWhen.All() {
		if n := w.Property(name); n.Exists() && !slices.Contains(values, n.Text()) {
			return false
		}
	}
	return true
}
