package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// everywhere are words that people write at any question, once they may write them at most.
var everywhere = []string{"agent", "menu", "cancel", "exit", "back", "restart", "operator", "human", "quit", "agente", "menú", "cancelar", "salir", "asesor", "sair"}

// An Exception is a question by message that alone does not take a word which all others take.
type Exception struct {
	Word  string
	Menu  *Menu
	Other reads.Branch // that takes it
}

// Exceptions are those of a flow, one a word.
var Exceptions = lint.NewFact(func(d *project.Document) []Exception {
	const least = 3 // questions that take a word, and it is a habit
	var menus []*Menu
	all := Menus.Of(d)
	if len(all) <= least {
		return nil
	}
	for _, m := range all {
		if m.Question.Needs() == schemas.NeedsMessage {
			menus = append(menus, m)
		}
	}
	if len(menus) <= least {
		return nil
	}
	var found []Exception
	for _, word := range everywhere {
		missing := 0
		for _, m := range menus {
			if !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(word) == split.Yes }) {
				missing++
			}
		}
		if missing != 1 {
			continue
		}
		var without []*Menu
		var takes []reads.Branch
		for _, m := range menus {
			if i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(word) == split.Yes }); i >= 0 {
				takes = append(takes, m.Branches[i])
			} else {
				without = append(without, m)
			}
		}
		if len(takes) < least || without[0].Takes(word) || leadsThere(takes, without[0].Question) || without[0].Otherwise == nil ||
			without[0].Otherwise.Meant != nil && (effects.ActOf(without[0].Otherwise.Meant) == effects.Requests || effects.ActOf(without[0].Otherwise.Meant) == effects.HandsOver) {
			continue
		}
		if slices.ContainsFunc(takes, func(b reads.Branch) bool { return b.Comparison.HoldsFor("elm tree 12") != split.No }) {
			continue // it takes anything
		}
		found = append(found, Exception{word, without[0], takes[0]})
	}
	return found
})

// leadsThere reports whether a word leads to a question, over what is told before: there it need
// not be taken.
func leadsThere(takes []reads.Branch, question *flow.Widget) bool {
	const far = 4
	return slices.ContainsFunc(takes, func(b reads.Branch) bool {
		return effects.Over(b.Transition, far, effects.Tells, effects.Sets, effects.Requests) == question
	})
}
