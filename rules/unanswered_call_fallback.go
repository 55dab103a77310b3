package rules

import (
	"cmp"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// fallbackFor returns a widget that was made for callers whom nobody can help, and to
// which only setbacks lead.
func fallbackFor(p *lint.Pass, call *flow.Widget) *flow.Widget {
	smooth := p.Flow.Routes(func(t *flow.Transition) bool { return !setback(t) })
	worked := p.Flow.Routes(func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindFailure && t.Facts.Kind != schemas.KindUnanswered
	})
	const most = 50 // of which it is asked for whom they are
	var found *flow.Widget
	candidates := 0
	for _, w := range p.Flow.Widgets {
		helps := w.Facts.Transfer != nil || w.Facts.TakesMessage
		apology := effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall
		if w == call || !p.Flow.Reachable(w) || (!helps || smooth.Reach(w)) && (!apology || worked.Reach(w)) {
			continue
		}
		if candidates++; candidates <= most && isBeside(call, w) {
			return w
		}
		found = cmp.Or(found, w)
	}
	return found
}

// isBeside reports whether one comes to a widget by a short way from a question or split from which one
// comes to a call, too: then both are for the same callers.
func isBeside(call, w *flow.Widget) bool {
	const near = 8
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		for _, t := range at.In {
			switch {
			case slices.ContainsFunc(t.From.Transitions, func(other *flow.Transition) bool { return other.Meant == call }):
				return true
			case walk.Len() == near:
				return false
			}
			walk.Add(t.From)
		}
	}
	return false
}

// setback reports whether a transition is taken because something did not work out.
func setback(t *flow.Transition) bool {
	switch t.Facts.Kind {
	case schemas.KindFailure, schemas.KindTimeout, schemas.KindUnanswered, schemas.KindNoMatch:
		return true
	}
	return false
}
