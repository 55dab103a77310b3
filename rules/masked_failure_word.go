package rules

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// plainWord is what a widget says or asks without the values that Liquid puts in; "" where
// Liquid decides what is said.
func plainWord(f *flow.Flow, w *flow.Widget) string {
	n := effects.Prompt(w)
	if liquid.HasTags(n.Text()) {
		return ""
	}
	return f.Plain(n)
}

// confirms reports whether a widget tells a person, in fixed words, that something was done.
func confirms(w *flow.Widget) bool {
	if !reads.FixedWord(w) {
		return false
	}
	return offer.Confirms(effects.Prompt(w).Text())
}

// claims reports whether a widget tells a person that something was done or stored.
func claims(w *flow.Widget) bool {
	_, stored := offer.Promises(effects.Prompt(w).Text(), offer.Stored)
	return stored || confirms(w)
}
