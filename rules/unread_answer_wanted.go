package rules

import (
	"maps"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// wantsAnswer reports whether a prompt certainly asks for an answer that matters, and
// not for any sign of life.
func wantsAnswer(p *lint.Pass, w *flow.Widget) bool {
	prompt := effects.Prompt(w)
	if w.Incomplete || !prompt.Exists() && (len(effects.Says(w)) > 0 || askedBefore(p, w) == nil) {
		return false
	}
	answered, silent := map[*flow.Widget]bool{}, map[*flow.Widget]bool{}
	events := map[string]bool{}
	for _, t := range w.Transitions {
		switch {
		case t.Meant == nil:
		case t.Facts.Kind == schemas.KindTimeout:
			silent[effects.PastIdle(p.Flow, t)] = true
		case t.Facts.Kind == schemas.KindInput && events[t.Raised()]:
			return false // it was meant to decide here
		case t.Facts.Kind == schemas.KindInput:
			events[t.Raised()], answered[effects.PastIdle(p.Flow, t)] = true, true
		}
	}
	if maps.Equal(answered, silent) && !offer.AsksConsent(prompt.Text()) && (w.Needs() != schemas.NeedsMessage || len(offer.In(prompt.Text())) < 2 &&
		len(offer.Range(prompt.Text())) == 0) {
		return false
	}
	return !prompt.Exists() || answers.Wanted(prompt.Text())
}

// askedBefore returns the transition by which one comes to a silent question from a widget
// that asks; nil when there is none.
func askedBefore(p *lint.Pass, w *flow.Widget) *flow.Transition {
	for _, t := range effects.Into(w) {
		if text := effects.Prompt(t.From).Text(); effects.ActOf(t.From) == effects.Tells && answers.Wanted(text) {
			return t
		}
	}
	return nil
}
