package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// confirmations are what has been told of failures, by the words for them.
type confirmations map[*flow.Widget]*finding.Diagnostic

// report reports a failure of which a person is told that it was done: those with the same words once.
func (c confirmations) report(p *lint.Pass, failed *flow.Transition) {
	switch told := effects.PastSetting(failed); {
	case c[told] == nil:
		c[told] = p.Reportf(failed.NextNode, "when %s fails (%s), %s tells the person that it was done; say that it was not",
			failed.From.Label(), words.Quote(failed.Event), told.Label()).Relate(told, "what is told then")
	default:
		c[told].Also(failed.NextNode, "so it is when "+failed.From.Label()+" fails")
	}
}

// isRecordedBefore reports whether a text says that something is recorded, and a recording was made before it: that is true,
// whatever has failed since.
func isRecordedBefore(f *flow.Flow, w *flow.Widget) bool {
	return w != nil && offer.SaysItIsRecorded(effects.Prompt(w).Text()) &&
		slices.ContainsFunc(f.Widgets, func(r *flow.Widget) bool { return r.Facts.TakesMessage && f.HasRun(r, w) })
}

// tellsDone reports whether a failure leads to fixed words which tell a person that something has been done: in
// any words where nothing but failures leads there, or what the same request answers.
func tellsDone(p *lint.Pass, failed *flow.Transition) bool {
	w := effects.PastSetting(failed)
	if isRecordedBefore(p.Flow, w) {
		return false
	}
	return confirms(w) || reads.FixedWord(w) && offer.SaysDone(effects.Prompt(w).Text()) && !slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindFailure && (mayFail(failed.From.Name) || !reads.TestsResponse(p.Flow, t.From, failed.From))
	})
}
