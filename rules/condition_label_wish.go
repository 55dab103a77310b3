package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// reportContrary reports the questions whether one would like to leave a message or to speak to
// somebody, to which the no leads there and the yes does not.
func reportContrary(p *lint.Pass) {
	for _, m := range answers.AllMenus.Of(p) {
		text := effects.ToldBefore(m.Question)
		wants := wanting(text)
		if wants == nil {
			continue
		}
		yes, no := decided(p, m)
		if yes != nil && no != nil && m.Leads(yes.Transition) != m.Leads(no.Transition) && wants(no.Transition) && !wants(yes.Transition) {
			p.Reportf(no.Transition.NextNode, "the no to %s (%s) leads to what it asks for, and the yes (%s) does not; exchange the two",
				m.Question.Label(), no.Words(), yes.Words()).Relate(yes.Transition.PlaceOfNext(), "the yes").Relate(m.Question, "the question").As(finding.Warning)
		}
	}
}

// decided returns the branches for yes and for no of a menu; nil where there is none.
func decided(p *lint.Pass, m *answers.Menu) (yes, no *reads.Branch) {
	for i := range m.Branches {
		b := &m.Branches[i]
		purposes := append(slices.Clone(answers.Purposes.Of(p)[b.Transition]), wanted(*b)...)
		switch {
		case slices.ContainsFunc(purposes, offer.Agrees):
			yes = b
		case slices.ContainsFunc(purposes, offer.Declines):
			no = b
		}
	}
	return yes, no
}

// wanting returns what tells whether a transition leads to what a text asks for whether one would
// like it; nil when it asks for nothing such.
func wanting(text string) func(*flow.Transition) bool {
	switch what, ok := offer.Wished(text); {
	case !ok:
	case what == offer.Message:
		return takesMessage
	case what == offer.Transfer:
		return putsThrough
	}
	return nil
}

// reportMinds reports the questions for a yes or a no of which the two answers have changed places.
func reportMinds(p *lint.Pass) {
	for _, m := range answers.Mindses.Of(p) {
		yes, no := m.Yes.Transition, m.No.Transition
		if m.Does != nil {
			p.Reportf(yes.NextNode,
				"the yes to %s (%s) leads to %s, which says that nothing was done, "+
					"and the no to %s, which does it; exchange the two",
				m.Question.Label(), m.Yes.Words(), m.Told.Label(), m.Does.Label()).
				Relate(no.NextNode, "the no").Relate(m.Question, "the question").As(finding.Warning)
			continue
		}
		p.Reportf(yes.NextNode, "who wants something else (%s at %s) is told goodbye by %s, "+
			"and who does not (%s) begins anew; exchange the two",
			m.Yes.Words(), m.Question.Label(), m.Told.Label(), m.No.Words()).
			Relate(no.NextNode, "who does not").Relate(m.Question, "the question").As(finding.Warning)
	}
}
