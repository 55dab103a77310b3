package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// A Difference is a question for keys and speech of whose two splits only what fits no
// branch leads to different places.
type Difference struct {
	Keys, Speech *flow.Transition // noMatch
}

// Uneven are those of a flow.
var Uneven = lint.NewFact(func(d *project.Document) []Difference {
	spoken := SpokenMenus.Of(d)
	var all []Difference
	for _, m := range Menus.Of(d) {
		i := slices.IndexFunc(spoken, func(s Menu) bool { return s.Question == m.Question })
		if i < 0 || m.Otherwise == nil || spoken[i].Otherwise == nil || m.Otherwise.Meant == spoken[i].Otherwise.Meant {
			continue
		}
		if sameBranches(m.Branches, spoken[i].Branches) {
			all = append(all, Difference{m.Otherwise, spoken[i].Otherwise})
		}
	}
	return all
})

// sameBranches reports whether two lists of branches lead to the same places, in their order.
func sameBranches(a, b []reads.Branch) bool {
	const least = 2
	return len(a) >= least && slices.EqualFunc(a, b, func(a, b reads.Branch) bool { return a.Transition.Meant == b.Transition.Meant })
}
