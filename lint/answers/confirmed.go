package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A Reversal is a question whether an answer was understood aright, where yes leads back to the
// question for that answer, and no goes on.
type Reversal struct {
	Question, Again *flow.Widget
	Yes, No         reads.Branch
}

// Reversals are those of a flow.
var Reversals = lint.NewFact(func(d *project.Document) []Reversal {
	var all []Reversal
	for _, menus := range [][]Menu{Menus.Of(d), SpokenMenus.Of(d)} {
		for i := range menus {
			m := &menus[i]
			if !offer.AsksIfRight(effects.ToldBefore(m.Question)) {
				continue
			}
			yes, no := m.branchOf(words.IsPlainYes), m.branchOf(words.IsPlainNo)
			if yes == nil || no == nil {
				continue
			}
			again := m.Leads(yes.Transition)
			if to := m.Leads(no.Transition); again == nil || to == nil || again == to || again == m.Question ||
				!echoes(d.Flow, m.Question, again) || leadsTo(to, again) {
				continue
			}
			all = append(all, Reversal{m.Question, again, *yes, *no})
		}
	}
	return all
})

// IsYes reports whether a branch takes a yes, beside one for a no that leads elsewhere.
func (m *Menu) IsYes(b reads.Branch) bool {
	yes, no := m.branchOf(words.IsPlainYes), m.branchOf(words.IsPlainNo)
	return yes != nil && no != nil && yes.Transition == b.Transition && m.Leads(no.Transition) != m.Leads(b.Transition)
}

// branchOf returns the branch that takes an answer of one kind, nil when there is none.
func (m *Menu) branchOf(kind func(text string) bool) *reads.Branch {
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool {
		own := []string{b.Comparison.Value()}
		if list, ok := b.Comparison.Texts(); ok {
			own = list
		}
		return slices.ContainsFunc(own, kind)
	})
	if i < 0 {
		return nil
	}
	return &m.Branches[i]
}

// echoes reports whether a question says what was answered to another one.
func echoes(f *flow.Flow, question, other *flow.Widget) bool {
	return Asks(other) && slices.ContainsFunc(f.TemplatesOf(question), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			return reads.IsAnswer(f, r) && r.Root() == "widgets" && r.Name(1) == other.Name && slices.Contains(question.Facts.Content, r.Property)
		})
	})
}

// leadsTo reports whether a widget leads to a question over what is only said.
func leadsTo(w, question *flow.Widget) bool {
	const longest = 5
	for at := range w.Ahead(longest) {
		if at == question {
			return true
		}
		if effects.ActOf(at) != effects.Tells {
			return false
		}
	}
	return false
}
