package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A BackAstray is a branch of a menu for an answer that is offered in order to go back to an earlier menu, and that
// leads to what is another menu's choice and leads to this one by no way but back.
type BackAstray struct {
	Branch  reads.Branch
	Purpose string
	Here    *flow.Widget // the question where it is offered
	To      *flow.Widget
	Chosen  reads.Branch // the branch of the other menu that chooses it
}

// BacksAstray are those of a flow.
var BacksAstray = lint.NewFact(func(d *project.Document) (all []BackAstray) {
	menus := Menus.Of(d)
	var by map[*flow.Widget]*Menu // by split
	for i := range menus {
		m := menus[i]
		for _, o := range m.Offers {
			if o.By != m.Question || !o.Returns() {
				continue
			}
			if by == nil {
				by = bySplit(menus)
			}
			b := m.takenBy(o.Answer)
			if b == nil || m.Question.Incomplete || m.Split.Incomplete {
				continue
			}
			to := effects.PastIdle(d.Flow, b.Transition)
			if to == nil || to == m.Question || comesFirst(to) || leadsOnTo(d.Flow, to, m.Question) {
				continue
			}
			if chosen := chosenIn(by, to, m); chosen != nil {
				all = append(all, BackAstray{*b, o.Purpose(), m.Question, to, *chosen})
			}
		}
	}
	return all
})

func bySplit(menus []*Menu) map[*flow.Widget]*Menu {
	by := make(map[*flow.Widget]*Menu, len(menus))
	for i := range menus {
		if by[menus[i].Split] == nil {
			by[menus[i].Split] = menus[i]
		}
	}
	return by
}

// chosenIn returns the branch of another menu that leads to a question, or to somebody to speak to, for a choice of its
// own, not in order to go back; nil when there is none.
func chosenIn(by map[*flow.Widget]*Menu, to *flow.Widget, m *Menu) *reads.Branch {
	if act := effects.ActOf(to); act != effects.Asks && act != effects.HandsOver {
		return nil
	}
	for _, t := range effects.Into(to) {
		other := by[t.From]
		if other == nil || other.Question == m.Question || t.Facts.Kind != schemas.KindBranch {
			continue
		}
		for i := range other.Branches {
			b := &other.Branches[i]
			if b.Transition == t && other.isChoice(b) {
				return b
			}
		}
	}
	return nil
}

// isChoice reports whether a menu offers the answer of a branch for something, and not in order to go back.
func (m *Menu) isChoice(b *reads.Branch) bool {
	for _, o := range m.Offers {
		if b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes {
			return !o.Back() && !o.Returns() && !o.Retells() && !o.Restarts()
		}
	}
	return false
}

// leadsOnTo reports whether some way leads from a widget to another one and never back to what has certainly run
// before; true also when that is too far to see.
func leadsOnTo(f *flow.Flow, from, to *flow.Widget) bool {
	const far = 60 // widgets that are looked at
	walk := flow.WalkFrom(from)
	seen := 0
	for at := range walk.First(far) {
		if seen++; at == to || seen == far || effects.ActOf(at) == effects.Anything {
			return true
		}
		for _, t := range at.Transitions {
			if t.Meant != nil && !f.HasRun(t.Meant, at) {
				walk.Add(t.Meant)
			}
		}
	}
	return false
}
