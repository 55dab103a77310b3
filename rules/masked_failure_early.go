package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTooSoon reports the messages that say that something was done before the only request that
// may do it, which is skipped when they fail: once.
func reportTooSoon(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		request, failed := toldTooSoon(p.Flow, w), w.OnKind(schemas.KindFailure)
		if request == nil {
			continue
		}
		if d == nil {
			d = p.Reportf(effects.Prompt(w), "%s says that it was done before %s does it, which is skipped when the message fails (%s); make the request first",
				w.Label(), request.Label(), words.Quote(failed.Event)).Relate(request, "what does it").Identify(w.Label())
		} else {
			d.Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// toldTooSoon returns the only request that may do what a message says was done, where it comes after the message and is
// skipped when that fails; nil for none.
func toldTooSoon(f *flow.Flow, w *flow.Widget) *flow.Widget {
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
	walk := flow.WalkFrom(t.Meant)
	for at := range walk.All() {
		if at == to {
			return true
		}
		walk.AddNext(at)
	}
	return false
}
