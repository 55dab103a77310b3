package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkFinish reports the key that ends the input where a menu of single keys offers it for
// something. Pressed alone it is no key at all, so where silence leads on, that is how it
// is taken.
func checkFinish(p *lint.Pass, m *answers.Menu) {
	silence := m.Question.OnKind(schemas.KindTimeout)
	if m.Spoken || len(m.Offers) < 2 || !m.SingleKeys() || silence != nil && silence.Meant != nil {
		return
	}
	for _, o := range m.Offers {
		if o.By == m.Question && answers.EndsInput(m.Question, o.Answer) && !m.Takes(o.Answer) && o.Purpose() != "" && !offer.Finishes(o.Purpose()) {
			p.Reportf(m.Question, "%s offers %s, but that key ends the input and is no part of it, so no branch can take it, and after silence nothing comes; choose another finish_on_key",
				m.Question.Label(), words.Quote(o.Answer))
		}
	}
}
