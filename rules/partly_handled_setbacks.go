package rules

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// setbacks returns the transitions by which a widget is left when it did not work out,
// those that lead on and those that end the execution, as far as no other rule judges
// them.
func setbacks(w *flow.Widget) (handled, open []*flow.Transition) {
	for _, t := range w.Transitions {
		switch t.Facts.Kind {
		case schemas.KindUnanswered:
		case schemas.KindTimeout:
			if w.Facts.Needs == schemas.NeedsCall {
				continue
			}
		case schemas.KindFailure:
			if w.Facts.Needs != schemas.NeedsMessage && w.Facts.Creates == nil {
				continue
			}
		default:
			continue
		}
		switch {
		case t.Meant != nil:
			handled = append(handled, t)
		case isOpen(t):
			open = append(open, t)
		}
	}
	return handled, open
}

// isOpen reports whether a transition ends the execution where another one of its kind might
// be led on.
func isOpen(t *flow.Transition) bool {
	return t.Meant == nil && t.Ends() && !t.Facts.Optional && !t.Facts.Lost &&
		(t.Facts.Kind == schemas.KindUnanswered || t.Facts.Kind == schemas.KindFailure)
}

func events(list []*flow.Transition) []string {
	var names []string
	for _, t := range list {
		if !slices.Contains(names, t.Event) {
			names = append(names, t.Event)
		}
	}
	return names
}

// leadsOn reports whether a widget leads on when nothing fails.
func leadsOn(w *flow.Widget) bool {
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return t.Meant != nil && (t.Facts.Kind == schemas.KindSuccess || t.Facts.Kind == schemas.KindInput)
	})
}
