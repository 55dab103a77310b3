package twins

import (
	"bytes"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// AreAlike reports whether two widgets of one type have the same properties, but for where they stand.
func AreAlike(a, b *flow.Widget) bool {
	if a.Type != b.Type || a.Properties.Len() != b.Properties.Len() {
		return false
	}
	for key, n := range a.Properties.Members() {
		if key != "offset" && !bytes.Equal(source.Compact(n.Raw()), source.Compact(b.Property(key).Raw())) {
			return false
		}
	}
	return true
}
