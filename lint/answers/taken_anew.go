package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// TakenAnew reports whether a second question, to which what fits no branch of a menu leads, offers and takes an
// answer for the same that the menu does not take, and all that the menu takes to the same places: then the two are one
// question, and a branch is missing here.
func (m *Menu) TakenAnew(d *project.Document, o Offer) bool {
	w := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
	if effects.ActOf(w) == effects.Tells {
		w = after(w, effects.Tells)
	}
	if w == nil || w == m.Question || effects.ActOf(w) != effects.Asks {
		return false
	}
	all := Menus.Of(d)
	i := slices.IndexFunc(all, func(o *Menu) bool { return o.Question == w })
	if i < 0 || all[i].Split == m.Split || len(all[i].Branches) <= len(m.Branches) {
		return false
	}
	second := all[i]
	if b := second.takenBy(strings.ToLower(o.Answer)); b == nil || second.Leads(b.Transition) == nil ||
		!slices.ContainsFunc(second.Offers, func(other Offer) bool {
			return other.Answer == o.Answer && offer.OfferTheSame(o.Offer, other.Offer)
		}) {
		return false
	}
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		texts, known := b.Comparison.Texts()
		if !known || len(texts) == 0 {
			return true
		}
		other := second.takenBy(texts[0])
		return other == nil || second.Leads(other.Transition) != m.Leads(b.Transition)
	})
}
