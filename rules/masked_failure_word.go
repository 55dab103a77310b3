package rules

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// firstWord returns what a person hears or is asked first after a transition, over steps that
// set variables; nil where anything else comes first.
func firstWord(t *flow.Transition) *flow.Widget {
	const far = 6
	for range far {
		if t == nil || t.Meant == nil {
			return nil
		}
		switch w := t.Meant; effects.ActOf(w) {
		case effects.Tells, effects.Asks:
			return w
		case effects.Sets:
			t = w.OnKind(schemas.KindAlways)
		default:
			return nil
		}
	}
	return nil
}

// plainWord is what a widget says or asks without the values that Liquid puts in; "" where
// Liquid decides what is said.
func plainWord(f *flow.Flow, w *flow.Widget) string {
	n := effects.Prompt(w)
	if strings.Contains(n.Text(), "{%") {
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
