package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
)

// Unfound returns the step to which a way leads that takes a person, or what he asked for, for one of which nothing was
// found: it says so, or asks a newcomer for his name, or is named so; nil where it is none, or tells of a trouble.
func Unfound(f *flow.Flow, t *flow.Transition) *flow.Widget {
	w := effects.PastIdle(f, t)
	if w == nil || w.Incomplete {
		return nil
	}
	text := effects.Prompt(w).Text()
	switch {
	case text == "" && offer.NamesNewcomer(w.Name):
	case text == "":
		return nil
	case offer.TellsUnfound(text):
	case effects.ActOf(w) != effects.Asks || offer.AsksForKnown(text) || offer.Troubled(text):
		return nil
	case offer.AsksForName(text):
	default:
		return nil
	}
	return w
}
