package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportWholeBlank reports a message that consists of one member of an answer, also where there is none: the
// request has failed, or another member of the answer is missing. So nothing is sent, where the message
// comes to the end unheard when it fails.
func reportWholeBlank(p *lint.Pass, r flow.Ref, w *flow.Widget) bool {
	if w.Facts.Request == nil || reads.InResponse(p.Flow, r) == nil {
		return false
	}
	failed := r.Widget.OnKind(schemas.KindFailure)
	if failed == nil || !values.EndsUnheard(p, failed) || effects.HeardBy(p.Flow, r.Widget) != effects.Contact {
		return false
	}
	if t := onlyWhenBlank(p.Flow, r, w); t != nil {
		p.Reportf(r.Place(), "%s sends only %s: without that, too, nothing is sent (81011); give a default",
			r.Widget.Label(), reads.Path(r)).As(finding.Note).Relate(t, "one comes here when that is blank")
		return true
	}
	if !offer.TellsOfError(r.Name(len(r.Segments) - 1)) {
		return false
	}
	path, ok := values.AfterFailure(p.Flow, w, r.Widget)
	if !ok {
		return false
	}
	p.Reportf(r.Place(), "%s sends only %s, and nothing (81011) when %s of %s brings none; give a default",
		r.Widget.Label(), reads.Path(r), words.Quote(path[0].Event), w.Label()).As(finding.Note).Along(finding.Steps(path, r.Widget))
	return true
}

// onlyWhenBlank returns the transition of a split on other members of an answer that leads to a message
// when they are blank; nil when there is none. A branch that names a value shows that there is an answer.
func onlyWhenBlank(f *flow.Flow, r flow.Ref, w *flow.Widget) *flow.Transition {
	for _, t := range effects.Into(r.Widget) {
		if effects.ActOf(t.From) != effects.Splits || !isForBlank(t) {
			continue
		}
		tests := reads.Compared(f, t.From)
		if len(tests) > 0 && !slices.ContainsFunc(tests, func(other flow.Ref) bool {
			return reads.InResponse(f, other) != w || reads.Path(other) == reads.Path(r)
		}) {
			return t
		}
	}
	return nil
}

// isForBlank reports whether a transition of a split is taken when what it tests is blank: by a branch
// of its own, or beside the only one, for what is not.
func isForBlank(t *flow.Transition) bool {
	if t.Facts.Kind == schemas.KindBranch {
		return len(t.Conditions) == 1 && t.Conditions[0].Operator == split.IsBlank
	}
	return t.Facts.Kind == schemas.KindNoMatch && !slices.ContainsFunc(t.From.Transitions, func(other *flow.Transition) bool {
		return other != t && (len(other.Conditions) != 1 || other.Conditions[0].Operator != split.IsNotBlank)
	})
}

// wholeBlank reports a message that is nothing but a member of an answer, where there may be none.
func (c *orderChecker) wholeBlank(r flow.Ref, w *flow.Widget) bool {
	if !isAllSent(r) || !c.printsBare(r) {
		return false
	}
	c.searches++
	return reportWholeBlank(c.Pass, r, w)
}
