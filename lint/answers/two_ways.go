package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// InTwoWays returns the transitions by which a question is left when a key is pressed and when somebody speaks; nil
// where there is none.
func InTwoWays(w *flow.Widget) (pressed, spoken *flow.Transition) {
	keys, speech := effects.Raised(w, schemas.ByKeys), effects.Raised(w, schemas.BySpeech)
	if keys == nil || speech == nil || w.Incomplete {
		return nil, nil
	}
	return w.On(keys.Name), w.On(speech.Name)
}
