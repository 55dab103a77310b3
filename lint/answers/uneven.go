package answers

import (
	"iter"
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
	var all []Difference
	for m, spoken := range bothWays(d) {
		if m.Otherwise == nil || spoken.Otherwise == nil || effects.PastIdle(d.Flow, m.Otherwise) == effects.PastIdle(d.Flow, spoken.Otherwise) {
			continue
		}
		if sameBranches(d.Flow, m.Branches, spoken.Branches) {
			all = append(all, Difference{m.Otherwise, spoken.Otherwise})
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
	var all []Odd
	for m, spoken := range bothWays(d) {
		if len(m.Branches) != len(spoken.Branches) {
			continue
		}
		var odd []Odd
		for i, b := range m.Branches {
			if said := spoken.Branches[i]; effects.PastSetting(b.Transition) != effects.PastSetting(said.Transition) {
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

// bothWays goes over the questions whose answer is taken as keys and as speech: the menu for keys and that for speech.
func bothWays(d *project.Document) iter.Seq2[*Menu, *Menu] {
	return func(yield func(keys, speech *Menu) bool) {
		spoken := SpokenMenus.Of(d)
		for _, m := range Menus.Of(d) {
			for len(spoken) > 0 && spoken[0].Question.Index < m.Question.Index { // both are in the order of the widgets
				spoken = spoken[1:]
			}
			if len(spoken) > 0 && spoken[0].Question == m.Question && !yield(m, spoken[0]) {
				return
			}
		}
	}
}

// sameBranches reports whether two lists of branches lead to the same places, in their order.
func sameBranches(f *flow.Flow, a, b []reads.Branch) bool {
	const least = 2
	return len(a) >= least && slices.EqualFunc(a, b, func(a, b reads.Branch) bool {
		return effects.PastIdle(f, a.Transition) == effects.PastIdle(f, b.Transition)
	})
}
