package answers

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// OnlyAgain returns an answer that the question of a menu offers, and whose branch does nothing but ask the same
// question again, while another way leads on; false when there is none. Who is asked whether something is right says
// no to be asked again.
func (m *Menu) OnlyAgain() (Offer, reads.Branch, bool) {
	for _, b := range m.Branches {
		if b.Transition.Meant == nil || m.Leads(b.Transition) != m.Question {
			continue
		}
		for _, o := range m.Offers {
			if o.By == m.Question && b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes && m.isChoice(o) {
				text := effects.Prompt(m.Question).Text()
				return o, b, !offer.AsksIfRight(text) && !offer.Confirms(text) && !offer.AnyKey(text) && m.leadsOn()
			}
		}
	}
	return Offer{}, reads.Branch{}, false
}

// isChoice reports whether an answer is offered for something other than to be asked again, or to decline.
func (m *Menu) isChoice(o Offer) bool {
	answer := strings.ToLower(o.Answer)
	if o.Repeats() || o.Retells() || o.Restarts() || o.Back() || o.Reenters() || o.Stays() || offer.Declines(o.Purpose()) ||
		words.IsPlainNo(answer) || o.Answer == "*" || o.Answer == "#" || o.Answer == "0" {
		return false
	}
	return words.IsPlainYes(answer) || len(words.In(o.Purpose())) > 0
}

// leadsOn reports whether some way of the menu leads elsewhere than to the question.
func (m *Menu) leadsOn() bool {
	ahead := func(t *flow.Transition) bool { return t != nil && t.Meant != nil && m.Leads(t) != m.Question }
	for _, b := range m.Branches {
		if ahead(b.Transition) {
			return true
		}
	}
	return ahead(m.Otherwise)
}
