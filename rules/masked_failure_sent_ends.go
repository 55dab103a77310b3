package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSentEnds reports the messages after which all ends when they are sent, and goes on when they are not: to what comes
// only after what has worked elsewhere, to the question before, or to the one request that is given the answers.
func reportSentEnds(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Incomplete {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || !endsAfterSetting(worked) || failed == nil || !p.Flow.Reachable(w) {
			continue
		}
		to := effects.PastSetting(failed)
		if to == nil || to.Incomplete || !isMeantOnceSent(p, failed, to) {
			continue
		}
		p.Reportf(failed.NextNode, "%s leads to %s when it cannot be sent (%s), and ends all when it is (%s); exchange the two",
			w.Label(), to.Label(), words.Quote(failed.Event), words.Quote(worked.Event)).
			As(finding.Warning).Relate(worked, "where all ends")
	}
}

// isMeantOnceSent reports whether a step to which the failure of a message leads is no way out of the failure: others come to it
// once they have worked, and none when it has failed, or it asks what was asked before the message, or it is the
// request that is given the answers.
func isMeantOnceSent(p *lint.Pass, failed *flow.Transition, to *flow.Widget) bool {
	const fewest = 2 // answers
	worked, others := false, false
	for _, t := range effects.Into(to) {
		switch {
		case t == failed:
		case t.Facts.Kind == schemas.KindFailure || t.Facts.Kind == schemas.KindTimeout:
			return false
		default:
			worked = worked || t.Facts.Kind == schemas.KindSuccess && effects.ActOf(t.From) == effects.Tells
			others = true
		}
	}
	switch {
	case worked:
		return true
	case effects.ActOf(to) == effects.Asks:
		return p.Flow.HasRun(to, failed.From)
	}
	return !others && effects.ActOf(to) == effects.Requests && !mayFail(to.Name) &&
		len(answersGiven(p.Flow, to)) >= fewest
}
