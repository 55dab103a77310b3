package answers

import (
	"studiolint/lint"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// An IdleOption is a branch for an answer that is offered for something, and that only asks once more, as
// whatever fits no branch does.
type IdleOption struct {
	Menu   *Menu
	Branch reads.Branch
	Offer  Offer
}

// IdleOptions are those of a flow.
var IdleOptions = lint.NewFact(func(d *project.Document) (all []IdleOption) {
	for _, m := range AllMenus.Of(d) {
		for _, b := range m.Branches {
			if !m.Fixed || m.Leads(b.Transition) != m.Question {
				continue
			}
			if o := m.firstOffer(b); o != nil && doesSomething(*o) {
				all = append(all, IdleOption{m, b, *o})
			}
		}
	}
	return all
})

// firstOffer returns the first answer that is offered and that a branch takes by its name; nil for none.
func (m *Menu) firstOffer(b reads.Branch) *Offer {
	for i := range m.Offers {
		by := m.takenBy(m.Offers[i].Answer)
		if by != nil && by.Transition == b.Transition {
			return &m.Offers[i]
		}
	}
	return nil
}

// Purpose is what the answer is offered for.
func (o *IdleOption) Purpose() string { return labelOf(o.Offer) }

// doesSomething reports whether an answer is offered for something else than to be asked once more, to wait, or to
// say no.
func doesSomething(o Offer) bool {
	purpose := o.Purpose()
	again := o.Repeats() || o.Retells() || o.Restarts() || o.Back() || o.Returns() || o.Reenters()
	return len(words.In(purpose)) > 0 && !again && (!o.Departs() || offer.ForPerson(purpose)) &&
		!offer.Begins(purpose) && !offer.Agrees(purpose) && !offer.Declines(purpose) && !o.Waits()
}
