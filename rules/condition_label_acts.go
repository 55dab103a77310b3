package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// reportReversedOffers reports the menus whose key for leaving a message puts the caller through, while
// the key for speaking to somebody takes a message, but for splits of which that is told already.
func reportReversedOffers(p *lint.Pass, told []*flow.Widget) {
	for _, m := range answers.AllMenus.Of(p) {
		message, person := offeredFor(p, m, offer.ForMessage), offeredFor(p, m, offer.ForPerson)
		if message == nil || person == nil || slices.Contains(told, message.Transition.From) {
			continue
		}
		if takesMessage(person.Transition) && putsThrough(message.Transition) {
			p.Reportf(message.Transition.NextNode, "%s offers %s for leaving a message and %s for a person, but they lead to the reverse; exchange the two",
				m.Question.Label(), message.Words(), person.Words()).Relate(person.Transition.NextNode, "the other branch").As(finding.Warning)
		}
	}
}

// offeredFor returns the only branch of a menu that is offered for such a purpose; nil for none or
// several.
func offeredFor(p *lint.Pass, m *answers.Menu, such func(purpose string) bool) (found *reads.Branch) {
	for i := range m.Branches {
		b := &m.Branches[i]
		if b.Transition.Meant == nil || !slices.ContainsFunc(answers.Purposes.Of(p)[b.Transition], such) {
			continue
		}
		if found != nil {
			return nil
		}
		found = b
	}
	return found
}
