package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
)

// HalfOpen returns the answer that a question does not take and the one by which it leads on; nil
// when there are no two such.
func HalfOpen(w *flow.Widget) (open, other *flow.Transition) {
	pressed, spoken := InTwoWays(w)
	switch {
	case pressed == nil || spoken == nil:
	case pressed.Ends() && spoken.Meant != nil && wantsKeys(w):
		return pressed, spoken
	case spoken.Ends() && pressed.Meant != nil && listens(w):
		return spoken, pressed
	}
	return nil, nil
}

// listens reports whether a question invites the caller to speak, or is told what for.
func listens(w *flow.Widget) bool {
	text := effects.ToldBefore(w)
	return w.Facts.Speech != nil && w.Property(w.Facts.Speech.Hints).Text() != "" ||
		offer.Speech(text) || offer.FreeSpeech(text) || asksOpenly(w, text)
}

// asksOpenly reports whether a question asks what people say as a rule ("what is your birthday?"), and names neither keys
// nor numbers for it.
func asksOpenly(w *flow.Widget, text string) bool {
	return offer.AsksOpenly(text) && !strings.ContainsAny(text, "0123456789") && !offer.AsksForMark(text) &&
		!wantsKeys(w) && (w.Facts.KeyEntry == nil || !w.Property(w.Facts.KeyEntry.Count).Exists())
}

// wantsKeys reports whether a question, or what is said right before it, makes callers press keys.
func wantsKeys(w *flow.Widget) bool {
	text := effects.ToldBefore(w)
	digits, _ := offer.Digits(text)
	return digits > 1 || offer.NamesKeys(text) || offer.AsksForKeys(text) || offer.AsksNumber(text) ||
		slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return o.IsKey() })
}

// Unopened returns the answer of a question on a call that leads nowhere, where nobody is asked for it and the other one
// leads on: speech, where keys are asked for, or the reverse; nil for none.
func Unopened(w *flow.Widget) *flow.Transition {
	pressed, spoken := InTwoWays(w)
	switch open, _ := HalfOpen(w); {
	case pressed == nil || spoken == nil || open != nil:
	case spoken.Ends() && pressed.Meant != nil:
		return spoken
	case pressed.Ends() && spoken.Meant != nil:
		return pressed
	}
	return nil
}
