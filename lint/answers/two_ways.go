package answers

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
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

// WantsKeys reports whether a question, or what is said right before it, makes callers press keys.
func WantsKeys(w *flow.Widget) bool {
	text := effects.ToldBefore(w)
	digits, _ := offer.Digits(text)
	return digits > 1 || offer.NamesKeys(text) || offer.AsksForKeys(text) || offer.AsksNumber(text) ||
		slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return o.IsKey() })
}
