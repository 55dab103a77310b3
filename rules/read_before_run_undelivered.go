package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportUnreceived reports the questions whose failure leads to the split on their answer, which does not ask whether
// there is one: nobody got the question, and it takes the way of a wrong answer. Once a flow.
func reportUnreceived(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || w.Incomplete {
			continue
		}
		failed := w.OnKind(schemas.KindFailure)
		if failed == nil || failed.To == nil || effects.ActOf(failed.To) == effects.Tells || !p.Flow.Reachable(w) {
			continue
		}
		test := effects.PastSetting(failed)
		if test == nil || effects.ActOf(test) != effects.Splits ||
			effects.PastSetting(w.OnKind(schemas.KindInput)) != test || answers.TestedBy(p.Flow, test) != w ||
			test.OnKind(schemas.KindNoMatch) == nil ||
			slices.ContainsFunc(reads.Branches.Of(p)[test.Index], func(b reads.Branch) bool {
				return !b.Literal || split.AsksForBlank(b.Comparison.Operator()) || b.Comparison.HoldsForBlank() != split.No
			}) {
			continue
		}
		if d == nil {
			d = p.Reportf(failed.NextNode, "%q of %s leads to %s, which tests the answer: there is none, and %s goes on as after a wrong one; lead it to an end of its own",
				failed.Event, w.Label(), test.Label(), test.Label()).Relate(test, "the split").Identify(w.Label())
		} else {
			d.Also(failed.NextNode, "so it is with "+w.Label())
		}
	}
}
