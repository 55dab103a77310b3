package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
)

// tellsService reports whether one branch of a split, on what a service or a step before it
// supplies, leads to something that a person hears. A branch for what is missing (is blank)
// is meant as "unless", and a split on who writes, or what, keeps others out.
func tellsService(p *lint.Pass, w *flow.Widget) bool {
	noticed := values.Noticed.Of(p)
	return slices.ContainsFunc(reads.Branches.Of(p)[w.Index], func(b reads.Branch) bool {
		return b.Transition.Meant != nil && noticed[b.Transition.Meant.Index] && b.Comparison.Operator() != split.IsBlank
	}) && !slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		_, variable := r.Variable()
		return r.Root() != "widgets" && !variable
	})
}

// keepsCaller reports whether a split on what a service says of a call goes on talking to the
// caller, who still waits, by a branch or by what fits none. What keeps some callers out is meant.
func keepsCaller(p *lint.Pass, w *flow.Widget) bool {
	if !values.OnLine(p.Document, w) {
		return false
	}
	refs := reads.Compared(p.Flow, w)
	if len(refs) == 0 || slices.ContainsFunc(refs, func(r flow.Ref) bool {
		by := reads.Widget(p.Flow, r)
		return by == nil || effects.ActOf(by) != effects.Requests || offer.NamesUnwanted(r.Reference.String())
	}) {
		return false
	}
	goesOn, out := false, offer.NamesUnwanted(w.Name)
	for _, t := range w.Transitions {
		goesOn = goesOn || talksAfter(t)
		for _, b := range reads.BranchesOf(p, t) {
			out = out || b.Comparison.Operator() == split.IsBlank || offer.NamesUnwanted(b.Comparison.Value())
		}
	}
	return goesOn && !out
}

// talksAfter reports whether the caller is asked something or put through after a transition, at
// once or after what is told.
func talksAfter(t *flow.Transition) bool {
	const far = 8
	for w := range t.Ahead(far) {
		switch effects.ActOf(w) {
		case effects.Asks, effects.HandsOver:
			return true
		case effects.Tells, effects.Sets, effects.Requests:
		default:
			return false
		}
	}
	return false
}
