package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// ToldTooSoon returns the only request that may do what a message says was done, where it comes after the message and is
// skipped when that fails; nil for none.
func ToldTooSoon(f *flow.Flow, w *flow.Widget) *flow.Widget {
	sent, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
	if effects.ActOf(w) != effects.Tells || w.Incomplete || sent == nil || failed == nil || !saysDone(w) || !f.Reachable(w) {
		return nil
	}
	request := effects.Next(sent, effects.Requests)
	if request == nil || words.KeepsRecord(request.Name) || words.Notifies(request.Name) || !reads.GivenAnswer(f, request) || mayReach(failed, request) ||
		slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
			act := effects.ActOf(other)
			return (act == effects.Requests || act == effects.RunsFlow || act == effects.Anything) && f.CanPrecede(other, w)
		}) {
		return nil
	}
	return request
}

// saysDone reports whether a widget tells a person, whatever Liquid puts in, that something was done.
func saysDone(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	_, stored := offer.Promises(text, offer.Stored)
	return (stored || offer.Confirms(text)) && !strings.Contains(text, "{%")
}

// mayReach reports whether a transition leads to a widget, at once or later, or nobody knows where.
func mayReach(t *flow.Transition, to *flow.Widget) bool {
	if t.Meant == nil {
		return !t.Ends()
	}
	seen := map[*flow.Widget]bool{t.Meant: true}
	for queue := []*flow.Widget{t.Meant}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, t := range queue[0].Transitions {
			if t.Meant != nil && !seen[t.Meant] {
				seen[t.Meant] = true
				queue = append(queue, t.Meant)
			}
		}
	}
	return false
}
