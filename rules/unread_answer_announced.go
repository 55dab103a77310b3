package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
)

// reportAnnounced reports the questions on a call that ask nothing: whatever happens leads to the same
// step, and nothing reads what was entered. Once.
func reportAnnounced(p *lint.Pass) {
	var d *finding.Diagnostic
	unread := answers.Unread.Of(p)
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !unread[w.Index] || w.Incomplete || !p.Flow.Reachable(w) || !asksNothing(p.Flow, w) {
			continue
		}
		if d == nil {
			d = p.Reportf(w, "%s asks nothing, leads to %s whatever happens, and keeps the caller waiting for an answer; say it with Say/Play",
				w.Label(), effects.PastIdle(p.Flow, w.Transitions[0]).Label()).As(finding.Note)
		} else {
			d.Also(w, "nor does "+w.Label())
		}
	}
}

// asksNothing reports whether a question has a text that offers and asks for nothing, and one way on.
func asksNothing(f *flow.Flow, w *flow.Widget) bool {
	const all = 3 // events
	text := effects.Prompt(w).Text()
	if text == "" || answers.Wanted(text) || offer.BidsEnter(text) || len(offer.In(text)) > 0 ||
		offer.NamesKeys(text) || len(w.Transitions) < all || effects.PastSetting(w.Transitions[0]) == nil || // what is set is for whoever runs the flow
		effects.PastIdle(f, w.Transitions[0]) == w {
		return false
	}
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return effects.PastIdle(f, t) != effects.PastIdle(f, w.Transitions[0]) })
}
