package rules

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
)

// askedIn returns what a question says, or, if that is nothing, what is said right before it.
func askedIn(w *flow.Widget) string {
	text := effects.Prompt(w).Text()
	for _, t := range effects.Into(w) {
		if text == "" && effects.ActOf(t.From) == effects.Tells {
			text = effects.Prompt(t.From).Text()
		}
	}
	return text
}
