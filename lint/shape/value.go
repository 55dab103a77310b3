package shape

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/source"
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
