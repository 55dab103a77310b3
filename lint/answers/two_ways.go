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

// KeysEndToo returns the transition by which a key ends the call at a question that waits for speech, where no
// other finding tells that; nil for none.
func KeysEndToo(w *flow.Widget) *flow.Transition {
	pressed, spoken := InTwoWays(w)
	if pressed == nil || spoken == nil || !pressed.Ends() || spoken.Meant == nil || WantsKeys(w) {
		return nil
	}
	return pressed
}

// WantsKeys reports whether a question, or what is said right before it, makes callers press keys.
func WantsKeys(w *flow.Widget) bool {
	text := effects.ToldBefore(w)
	digits, _ := offer.Digits(text)
	return digits > 1 || offer.NamesKeys(text) || offer.AsksForKeys(text) || offer.AsksNumber(text) ||
		slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return o.IsKey() })
}
