package answers

import (
	"slices"

	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// Near returns the branch with a regular expression that was meant for an answer which no branch
// takes: it takes one that differs from it in a sign. It is nil where there is none.
func (m *Menu) Near(answer string) *reads.Branch {
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool {
		if !b.Literal || b.Comparison.Operator() != split.Regex {
			return false
		}
		for other := range offer.Near(answer) {
			if other != answer && b.Comparison.Holds(other) == split.Yes {
				return true
			}
		}
		return false
	})
	if i < 0 {
		return nil
	}
	return &m.Branches[i]
}
