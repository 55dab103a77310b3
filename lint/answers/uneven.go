package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
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
		if i < 0 || m.Otherwise == nil || spoken[i].Otherwise == nil || effects.PastIdle(d.Flow, m.Otherwise) == effects.PastIdle(d.Flow, spoken[i].Otherwise) {
			continue
		}
		if sameBranches(d.Flow, m.Branches, spoken[i].Branches) {
			all = append(all, Difference{m.Otherwise, spoken[i].Otherwise})
		}
	}
	return all
})

// An Odd is a question for keys and speech of whose branches one leads elsewhere when it is said
// than when it is pressed, while all others, two at least, lead to the same.
type Odd struct {
	Keys, Speech reads.Branch
}

// OddOnes are those of a flow.
var OddOnes = lint.NewFact(func(d *project.Document) []Odd {
	spoken := SpokenMenus.Of(d)
	var all []Odd
	for _, m := range Menus.Of(d) {
		i := slices.IndexFunc(spoken, func(s Menu) bool { return s.Question == m.Question })
		if i < 0 || len(m.Branches) != len(spoken[i].Branches) {
			continue
		}
		var odd []Odd
		for j, b := range m.Branches {
			if said := spoken[i].Branches[j]; effects.PastSetting(b.Transition) != effects.PastSetting(said.Transition) {
				odd = append(odd, Odd{b, said})
			}
		}
		const least = 3
		if len(odd) == 1 && len(m.Branches) >= least && odd[0].Keys.Transition.Meant != nil && odd[0].Speech.Transition.Meant != nil {
			all = append(all, odd[0])
		}
	}
	return all
})

// sameBranches reports whether two lists of branches lead to the same places, in their order.
func sameBranches(f *flow.Flow, a, b []reads.Branch) bool {
	const least = 2
	return len(a) >= least && slices.EqualFunc(a, b, func(a, b reads.Branch) bool {
		return effects.PastIdle(f, a.Transition) == effects.PastIdle(f, b.Transition)
	})
}
