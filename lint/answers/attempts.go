package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// An Elsewhere is an answer that the second attempt at a menu takes to another place than the
// first does, though it takes another answer to the same one.
type Elsewhere struct {
	Answer        string
	First, Second reads.Branch
}

// Elsewheres are those of a flow, one for two menus, but for those that take two things to each other's place: see Swaps.
var Elsewheres = lint.NewFact(func(d *project.Document) []Elsewhere {
	var all []Elsewhere
	menus := Menus.Of(d)
	for _, m := range menus {
		question := askedInstead(m)
		if question == nil {
			continue
		}
		j := slices.IndexFunc(menus, func(other *Menu) bool { return other.Question == question })
		if j < 0 || menus[j].Split == m.Split || areSwapped(d, m, menus[j]) {
			continue
		}
		if e, ok := elsewhere(m, menus[j]); ok {
			all = append(all, e)
		}
	}
	return all
})

// areSwapped reports whether one of two menus takes two things to each other's place in the other one.
func areSwapped(d *project.Document, a, b *Menu) bool {
	return slices.ContainsFunc(Swaps.Of(d), func(s Swap) bool {
		return s.First == a && s.Second == b || s.First == b && s.Second == a
	})
}

// askedInstead returns the other question that comes, at once or after a word, when what is
// answered fits no branch of a menu; nil when there is none.
func askedInstead(m *Menu) *flow.Widget {
	if m.Otherwise == nil {
		return nil
	}
	const far = 3
	w := effects.OverIdle(m.flow, m.Otherwise, far, effects.Tells)
	if w == nil || w == m.Question || effects.ActOf(w) != effects.Asks || !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Literal }) {
		return nil
	}
	return w
}

// elsewhere compares two menus by the answers that the first names.
func elsewhere(first, second *Menu) (found Elsewhere, ok bool) {
	alike := false
	for _, b := range first.Branches {
		texts, known := b.Comparison.Texts()
		if !known || b.Transition.Meant == nil {
			continue
		}
		for _, text := range texts {
			to := second.takenBy(text)
			switch {
			case to == nil || first.takenBy(text).Transition != b.Transition:
			case second.Leads(to.Transition) == first.Leads(b.Transition):
				alike = true
			case second.Leads(to.Transition) == first.Question: // it asks whether to go back there
			case !ok && first.leadsTo(second.Leads(to.Transition)):
				found, ok = Elsewhere{text, b, *to}, true
			}
		}
	}
	return found, ok && alike
}

// takenBy returns the first branch that takes an answer, nil when none does for sure.
func (m *Menu) takenBy(answer string) *reads.Branch {
	text := strings.ToLower(answer)
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(text) == split.Yes })
	if i < 0 {
		return nil
	}
	return &m.Branches[i]
}

// leadsTo reports whether a branch leads to a widget, which is not nil.
func (m *Menu) leadsTo(w *flow.Widget) bool {
	return w != nil && slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		return m.Leads(b.Transition) == w && b.Transition.Facts.Kind == schemas.KindBranch
	})
}

// TakesAllOffered reports whether a branch takes each answer that the menu offers.
func (m *Menu) TakesAllOffered() bool {
	return !slices.ContainsFunc(m.Offers, func(o Offer) bool { return m.takenBy(o.Answer) == nil })
}
