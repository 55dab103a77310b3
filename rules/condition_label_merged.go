package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// reportLedTogether reports the branches that lead to what is for another branch, though there is
// something for them, too.
func reportLedTogether(p *lint.Pass, crossed []*flow.Widget) {
	for _, m := range answers.Mergeds.Of(p) {
		t := m.Branch.Transition
		if slices.Contains(crossed, t.From) {
			continue
		}
		own, other := meaning{branch: m.Branch}, meaning{branch: m.Other}
		d := p.Reportf(t.NextNode, "%s%s leads to %s, which is for %s%s, and not to %s; lead it there",
			m.Branch.Words(), own.as(m.Word), reads.Target(t), m.Other.Words(), other.as(m.Of),
			m.Own.Label())
		d.Relate(m.Own, "what is for it").Relate(m.Other.Transition.NextNode, "the other branch")
		d.As(finding.Warning)
	}
}
