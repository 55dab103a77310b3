package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
)

// lacksAnswer reports whether a split asks for true and false alone in what a service answers round
// by round, while somebody waits: one answer that is no JSON, or leaves that out, is blank, fits neither, and
// ends the talk.
func lacksAnswer(p *lint.Pass, otherwise *flow.Transition, all []reads.Branch) bool {
	if otherwise == nil || len(all) == 0 {
		return false
	}
	w := otherwise.From
	if p.Flow.LoopOf(w) == nil || values.Waiting.Of(p)[w.Index] == 0 && !values.OnLine(p.Document, w) {
		return false
	}
	return !slices.ContainsFunc(all, func(b reads.Branch) bool {
		value := b.Comparison.Value()
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		return b.Comparison.Operator() != split.EqualTo || value != "true" && value != "false" ||
			b.Transition.Ends() || !ok || reads.InResponse(p.Flow, r) == nil || reads.Alternative(r)
	})
}
