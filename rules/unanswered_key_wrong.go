package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkWrongKey reports a menu whose texts offer one key that no branch takes, while a branch takes one that none
// offers, and reports whether it is such a one.
func checkWrongKey(p *lint.Pass, m *answers.Menu) bool {
	offered, taken, by, ok := m.WrongKey(p)
	if !ok || isQuiz(m) || slices.Contains(strings.Fields(by.Condition.Label()), offered.Answer) { // condition-label tells of that
		return false
	}
	if m.Otherwise != nil && m.Otherwise.Meant != nil && !m.Again() && words.NamesAnyTongue(offered.Purpose()) {
		return false // a language that is also meant by anything else
	}
	if offer.OffersRestToStay(effects.Prompt(m.Question).Text()) {
		return false // what no branch takes is for anything else
	}
	who := "no text offers"
	if !m.Fixed || slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Answer == taken }) {
		who = "its prompt does not offer" // perhaps another text does
	}
	d := p.Reportf(by, "%s takes %s, which %s, and not %s, which %s does; correct one of the two",
		by.Transition.From.Label(), words.Quote(taken), who, words.Quote(offered.Answer), offered.By.Label()).Relate(offered.By, "the text")
	if m.Otherwise == nil || m.Otherwise.Meant == nil || m.Again() {
		d.As(finding.Warning) // what is offered leads nowhere
	}
	return true
}
