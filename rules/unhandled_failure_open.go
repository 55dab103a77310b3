package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// failuresOf returns the first failure that ends the execution without another word, and
// one with which a person is lost, and whether the widget goes on when it has worked.
func failuresOf(p *lint.Pass, w *flow.Widget) (open, lost *flow.Transition, goesOn bool) {
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindFailure && values.EndsUnheard(p, t):
			if t.Facts.Lost {
				lost = t
			} else if open == nil {
				open = t
			}
		case goesOnBy(t):
			goesOn = goesOn || t.Next != ""
		}
	}
	return open, lost, goesOn
}
