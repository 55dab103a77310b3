package reads

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
)

// IsFetchedOrKept reports whether a reference reads a member of what a widget has stored, or a variable, and prints it.
func IsFetchedOrKept(r flow.Ref) bool {
	if len(r.Segments) < flow.ValueDepth ||
		r.Root() != "widgets" && (r.Root() != "flow" || r.Name(1) != "variables" && r.Name(1) != "data") {
		return false
	}
	_, printed := Printed(r)
	return printed && effects.ActOf(r.Widget) != effects.Splits
}
