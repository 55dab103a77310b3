package answers

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A RefusedFirst is a first answer that is handed on though it fitted nowhere: a second question asked once more, what was
// answered then was taken, and nothing but its split reads that.
type RefusedFirst struct {
	Ref          flow.Ref // the first that hands it on
	First, Again *flow.Widget
}

// RefusedFirsts returns those of a flow, one for two questions.
func RefusedFirsts(d *project.Document) (all []RefusedFirst) {
	menus := Menus.Of(d)
	for _, m := range menus {
		question := askedInstead(m)
		if question == nil {
			continue
		}
		j := slices.IndexFunc(menus, func(other *Menu) bool { return other.Question == question })
		if j < 0 || menus[j].Split == m.Split || !m.isTakenBy(menus[j]) || isHandedOn(d.Flow, question) {
			continue
		}
		for _, r := range d.Flow.OutputRefs(m.Question.Name) {
			if handsOn(d.Flow, r) && comesAfter(menus[j], m.Question, r.Widget) {
				all = append(all, RefusedFirst{r, m.Question, question})
				break
			}
		}
	}
	return all
}

// isTakenBy reports whether an answer to a second question leads to where one to the first does: it is another attempt.
func (m *Menu) isTakenBy(again *Menu) bool {
	return slices.ContainsFunc(again.Branches, func(b reads.Branch) bool {
		to := again.Leads(b.Transition)
		return to != nil && to != m.Question && m.leadsTo(to)
	})
}

// handsOn reports whether a reference hands an answer on, or keeps it, whatever it is.
func handsOn(f *flow.Flow, r flow.Ref) bool {
	return !reads.Decides(r) && reads.IsAnswer(f, r) && f.Reachable(r.Widget)
}

// isHandedOn reports whether anything hands the answer to a question on.
func isHandedOn(f *flow.Flow, question *flow.Widget) bool {
	return len(f.ReadsOfAny()) > 0 || slices.ContainsFunc(f.OutputRefs(question.Name), func(r flow.Ref) bool {
		return reads.IsAnswer(f, r) && !r.Widget.Facts.Split
	})
}

// comesAfter reports whether a widget can come after an answer to a second question that was taken, and before the first is
// asked again.
func comesAfter(again *Menu, first, w *flow.Widget) bool {
	_, comes := again.flow.PathBetween(again.Split, w, func(t *flow.Transition) bool {
		return t.From != first && effects.ActOf(t.From) != effects.Begins &&
			(t.From != again.Split || t.Facts.Kind == schemas.KindBranch)
	})
	return comes
}
