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
	offered, taken, by, ok := m.WrongKey(p)
	if !ok || isQuiz(m) || slices.Contains(strings.Fields(by.Condition.Label()), offered.Answer) { // condition-label tells of that
		return false
	}
	if m.Otherwise != nil && m.Otherwise.Meant != nil && !m.Again() && words.NamesAnyTongue(offered.Purpose()) {
		return false // a language that is also meant by anything else
	}
	d := p.Reportf(by, "%s takes %s, which no text offers, and not %s, which %s does; correct one of the two",
		by.Transition.From.Label(), words.Quote(taken), words.Quote(offered.Answer), offered.By.Label()).Relate(offered.By, "the text")
	if m.Otherwise == nil || m.Otherwise.Meant == nil || m.Again() {
		d.As(finding.Warning) // what is offered leads nowhere
	}
	return true
}

// checkOnlyAgain reports the first answer of a menu that is offered for something, and whose branch does nothing but ask
// the question again.
func checkOnlyAgain(p *lint.Pass, m *answers.Menu) {
	o, b, ok := m.OnlyAgain()
	if !ok {
		return
	}
	p.Reportf(b.Transition.NextNode, "%s offers %s, but %s leads it back to the question: whoever chooses it is only asked again; lead it on",
		o.By.Label(), words.Quote(o.Answer), b.Transition.From.Label()).Relate(o.By, "the question").As(finding.Warning)
}
