package shape

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Value returns what a property counts as, its default when it is absent, as
// text, and whether that is certain.
func Value(s lint.Subject, w *flow.Widget, name string) (value string, certain bool) {
	f, n := w.Facts.Property(name), w.Property(name)
	switch {
	case !n.Exists():
		return f.Default, w.Properties.Exists() && !Lacks(s, w.Properties, name)
	case n.Kind() == source.Bool:
		return string(n.Raw()), true
	}
	value = n.Text()
	if f.Closed && !slices.Contains(f.Values, value) {
		return value, false // Studio knows no such value
	}
	return value, IsLiteral(s, n)
}

// StoredAsSet reports whether nothing in the settings of a widget keeps it from storing an output.
func StoredAsSet(s lint.Subject, w *flow.Widget, v *schemas.Variable) bool {
	for name, wanted := range v.When.All() {
		if value, certain := Value(s, w, name); certain && !slices.Contains(wanted, value) {
			return false
		}
	}
	return true
}

// MayBe reports whether an output may be a value as its widget is set, for all that is known.
func MayBe(s lint.Subject, w *flow.Widget, v *schemas.Variable, text string) bool {
	for name, by := range v.ValuesWith.All() {
		value, certain := Value(s, w, name)
		if can, known := by.Find(value); certain && known && !slices.Contains(can, text) {
			return false
		}
	}
	return StoredAsSet(s, w, v)
}
