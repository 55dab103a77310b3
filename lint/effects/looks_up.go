package effects

import (
	"studiolint/lint/flow"
	"studiolint/lint/offer"
)

// LooksUp reports whether a step only brings something, and changes nothing: a request by its method or its name, any
// other step by its name.
func LooksUp(w *flow.Widget) bool {
	r := w.Facts.Request
	return r != nil && w.Property(r.Method).Text() == "GET" || offer.NamesLookingUp(w.Name)
}
