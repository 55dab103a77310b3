package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportRest reports a "noMatch" that ends the execution when what no person chose fits no branch.
func reportRest(p *lint.Pass, otherwise *flow.Transition, goingOn int, first flow.Routes, others *[]*flow.Transition) {
	w := otherwise.From
	kept := keepsCaller(p, w)
	waits := kept || values.Waiting.Of(p)[w.Index] != 0
	switch {
	case !otherwise.Ends() && (!waits || values.Reported(p.Document, otherwise)):
	case goingOn == 1 && waits && shape.Clear(p, w) && (kept || tellsService(p, w)):
		p.Reportf(otherwise, "%s has one branch, and on any other value whoever waits hears nothing (%s); fine if that is meant",
			w.Label(), values.Unsaid(otherwise)).Identify(w.Label()).Along(values.Route(p, first, w)).As(finding.Note)
	case goingOn > 1 && !onResultOfCall(p.Flow, w):
		*others = append(*others, otherwise)
	}
}

// isClear reports whether it is known who has given the value that a split tests: the widgets
// that it reads are as they should be, and so are those that set the variables. Of what is always blank
// another rule tells, and which way that leads.
func isClear(p *lint.Pass, w *flow.Widget) bool {
	return !slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		if reads.AlwaysBlank(p.Document, r) {
			return true
		}
		by := reads.Widget(p.Flow, r)
		_, variable := reads.VariableOf(p.Flow, r)
		return r.Root() == "widgets" && !shape.Clear(p, by) || variable && shape.MaySet(p)
	})
}

// isFilledIn reports whether a deployment step says what a branch of a split asks for.
func isFilledIn(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(reads.Branches.Of(p)[w.Index], func(b reads.Branch) bool {
		return b.Condition.Value.Unknown() || b.Condition.Value.Filled()
	})
}

// onResultOfCall reports whether a split tests nothing but how a call went, which ends well by a
// result of its own: what the others lead to is unanswered-call's.
func onResultOfCall(f *flow.Flow, w *flow.Widget) bool {
	refs := reads.Compared(f, w)
	return len(refs) > 0 && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		by := reads.Widget(f, r)
		return by == nil || by.Facts.Transfer == nil || r.Name(2) != by.Facts.Transfer.Result
	})
}

// reportOthers reports the "noMatch" of some splits that ends the execution, on what no person chose: once.
func reportOthers(p *lint.Pass, all []*flow.Transition, first flow.Routes) {
	t := all[0]
	w := t.From
	format, args := "%s ends when its value fits no branch (%s); connect it if other values can come", []any{w.Label(), values.Unsaid(t)}
	if n := len(all) - 1; n > 0 {
		format, args = "%s and %s end when their values fit no branch (%s); connect it if other values can come", []any{w.Label(), words.Plural(n, "other split"), values.Unsaid(t)}
	}
	d := p.Reportf(t, format, args...).Along(values.Route(p, first, w)).Identify(w.Label(), t.Event).As(finding.Note)
	for i, t := range all {
		if i > 0 {
			d.Also(t, "and "+t.From.Label())
		}
		for _, b := range reads.Branches.Of(p)[t.From.Index] {
			if b.Transition.Ends() {
				d.Also(b.Transition, "so does the branch "+b.Words())
			}
		}
	}
}
