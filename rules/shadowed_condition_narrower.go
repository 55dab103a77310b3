package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
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
	other := opposite(operator)
	if other == "" || e.Comparison.Operator() != operator || e.Transition.To == nil ||
		e.Transition.To != b.Transition.To || !e.Comparison.Implies(b.Comparison) {
		return
	}
	p.Reportf(b, "%s takes all that %s before it does, to the same place; did you mean %s?",
		b.Words(), e.Words(), words.Quote(other)).
		As(finding.Note).Relate(e, "the condition that decides nothing")
}

// opposite returns the operator that compares with a bound from the other side; "" for others.
func opposite(operator string) string {
	for _, pair := range [...][2]string{{"is_before_time", "is_after_time"}, {"is_before_date", "is_after_date"}, {"less_than", "greater_than"}} {
		switch operator {
		case pair[0]:
			return pair[1]
		case pair[1]:
			return pair[0]
		}
	}
	return ""
}
