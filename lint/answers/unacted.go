package answers

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// chosenInVain returns the question whose answer brings a person to a text which says that what the question
// speaks of has been done ("reply C to cancel", "your visit has been cancelled"), while no step from the
// answer to the text, nor after it, tells anybody; nil when one does or may. What comes before the
// question cannot know of the answer.
func chosenInVain(f *flow.Flow, w *flow.Widget, said string) *flow.Widget {
	asked := questionsBefore(f, w)
	if len(asked) == 0 {
		return nil
	}
	for _, q := range asked {
		if !offer.SameAct(effects.ToldBefore(q), said) {
			return nil
		}
	}
	if mayLearnAfter(f, w, asked) {
		return nil
	}
	return asked[0]
}

// farFromAnswer is how many steps are looked at for one text.
const farFromAnswer = 60

// questionsBefore returns the questions by whose answers a widget is reached, when that is the only way and
// no step between tells anybody else.
func questionsBefore(f *flow.Flow, w *flow.Widget) (asked []*flow.Widget) {
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		for _, t := range at.In {
			from := t.From
			switch effects.ActOf(from) {
			case effects.Asks:
				if t.Facts.Kind != schemas.KindInput || tellsOthers(f, from) || len(asked) > farFromAnswer {
					return nil
				}
				if !slices.Contains(asked, from) {
					asked = append(asked, from)
				}
				continue
			case effects.Splits, effects.Sets, effects.Tells:
				if tellsOthers(f, from) || from.Incomplete {
					return nil
				}
			default:
				return nil
			}
			if walk.Add(from); walk.Len() > farFromAnswer {
				return nil
			}
		}
	}
	return asked
}

// mayLearnAfter reports whether a step that tells others may come after a widget, before one of some questions
// is asked anew, or one that always comes before them.
func mayLearnAfter(f *flow.Flow, w *flow.Widget, asked []*flow.Widget) bool {
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		for _, t := range at.Transitions {
			next := t.Meant
			switch {
			case next == nil && !t.Ends():
				return true // nobody knows what comes
			case next == nil || walk.Has(next) || slices.Contains(asked, next):
				continue
			case tellsOthers(f, next):
				return true
			case effects.ActOf(next) == effects.Asks && !f.ReachedWithout(asked[0], next):
				continue // the menu from which one came
			}
			if walk.Add(next); walk.Len() > farFromAnswer {
				return true
			}
		}
	}
	return false
}
