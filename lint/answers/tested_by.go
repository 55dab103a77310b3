package answers

import (
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// TestedBy returns the only question whose answer a split tests; nil where it tests anything else, too.
func TestedBy(f *flow.Flow, w *flow.Widget) (asked *flow.Widget) {
	for _, r := range reads.Compared(f, w) {
		q := reads.Widget(f, r)
		if q == nil || !Asks(q) || asked != nil && asked != q {
			return nil
		}
		asked = q
	}
	return asked
}
