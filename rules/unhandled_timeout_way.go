package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// isAnsweredBy reports whether an answer to a question leads to a widget.
func isAnsweredBy(f *flow.Flow, w, to *flow.Widget) bool {
	return to != nil && slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindInput && (t.Meant == to || effects.PastIdle(f, t) == to)
	})
}

// testsAnswerOf reports whether a split tests nothing but answers to a question.
func testsAnswerOf(p *lint.Pass, split, question *flow.Widget) bool {
	refs := reads.Compared(p.Flow, split)
	return len(refs) > 0 && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		return !reads.IsAnswer(p.Flow, r) || reads.Widget(p.Flow, r) != question
	})
}
