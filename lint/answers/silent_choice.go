package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A SilentChoice is a menu on a call whose silence leads where a key leads that is offered for consent, or
// for something that is then done.
type SilentChoice struct {
	Silence *flow.Transition
	Branch  reads.Branch
	Offer   Offer
}

// SilentChoices are those of a flow, one a menu.
var SilentChoices = lint.NewFact(func(d *project.Document) (all []SilentChoice) {
	menus := Menus.Of(d)
	for i := range menus {
		m := &menus[i]
		silence := m.Question.OnKind(schemas.KindTimeout)
		if silence == nil || m.Question.Facts.KeyEntry == nil || len(m.Branches) < 2 {
			continue
		}
		to := effects.PastSetting(silence)
		if to == nil || to == m.Question {
			continue
		}
		i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return effects.PastSetting(b.Transition) == to })
		if i < 0 || !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return effects.PastSetting(b.Transition) != to }) {
			continue
		}
		if o, ok := m.commits(m.Branches[i], to); ok {
			all = append(all, SilentChoice{silence, m.Branches[i], o})
		}
	}
	return all
})

// commits returns what a branch of a menu is offered for, when that is consent, or something that a request
// does there; false where the prompt says what comes without a key.
func (m *Menu) commits(b reads.Branch, to *flow.Widget) (Offer, bool) {
	text := effects.ToldBefore(m.Question)
	for _, o := range m.Offers {
		if o.By != m.Question || !o.IsKey() || !isTakenBy(m.takenBy(o.Answer), b) {
			continue
		}
		done := after(to, effects.Tells)
		if offer.Consents(o.Purpose()) || offer.Commits(o.Action()) && done != nil && effects.ActOf(done) == effects.Requests {
			return o, offer.TellsToHold(text) == "" && !offer.AnythingElse(text) && !offer.GoesOnUnanswered(text) && !offer.SaysOfSilence(text)
		}
	}
	return Offer{}, false
}

func isTakenBy(first *reads.Branch, b reads.Branch) bool {
	return first != nil && first.Transition == b.Transition
}
