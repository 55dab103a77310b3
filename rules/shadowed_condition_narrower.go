package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportNarrower reports a bound that decides nothing, since the next branch has a wider one of the
// same kind that leads to the same place: the other kind may be meant.
func reportNarrower(p *lint.Pass, b reads.Branch, earlier []reads.Branch) {
	if len(earlier) == 0 {
		return
	}
	e := earlier[len(earlier)-1]
	operator := b.Comparison.Operator()
	other := split.Mirror(operator)
	if other == "" || e.Comparison.Operator() != operator || e.Transition.To == nil ||
		effects.PastIdle(p.Flow, e.Transition) != effects.PastIdle(p.Flow, b.Transition) || !e.Comparison.Implies(b.Comparison) {
		return
	}
	p.Reportf(b, "%s takes all that %s before it does, to the same place; did you mean %s?",
		b.Words(), e.Words(), words.Quote(other)).
		As(finding.Note).Relate(e, "the condition that decides nothing")
}
