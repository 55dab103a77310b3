package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// checkWrongKey reports a menu whose texts offer one key that no branch takes, while a branch takes one that none
// offers, and reports whether it is such a one.
func checkWrongKey(p *lint.Pass, m *answers.Menu) bool {
	wrong := m.WrongKey(p)
	if wrong == nil || isQuiz(m) {
		return false
	}
	by, offered := wrong.By, wrong.Offered[0]
	if slices.Contains(strings.Fields(by.Condition.Label()), offered.Answer) { // condition-label tells of that
		return false
	}
	if m.Otherwise != nil && m.Otherwise.Meant != nil && !m.Again() && words.NamesAnyTongue(offered.Purpose()) {
		return false // a language that is also meant by anything else
	}
	who := "no text offers"
	if !m.Fixed || slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Answer == wrong.Taken }) {
		who = "its prompt does not offer" // perhaps another text does
	}
	keys := make([]string, 0, len(wrong.Offered))
	for _, o := range wrong.Offered {
		keys = append(keys, o.Answer)
	}
	d := p.Reportf(by, "%s takes %s, which %s, and not %s, which %s does; correct one of the two",
		by.Transition.From.Label(), words.Quote(wrong.Taken), who, words.List(keys), offered.By.Label()).
		Relate(offered.By, "the text")
	if m.Otherwise == nil || m.Otherwise.Meant == nil || m.Again() {
		d.As(finding.Warning) // what is offered leads nowhere
	}
	return true
}
