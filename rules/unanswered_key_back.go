package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// checkWayBack reports an answer that is offered in order to go back, and ends the execution.
func checkWayBack(p *lint.Pass, m *answers.Menu) {
	if o := wayBack(m); o != nil {
		p.Reportf(m.Question, "%s offers %s to go back, but no branch of %s takes it, and what fits none ends without a word (%s); add a branch",
			m.Question.Label(), words.Quote(o.Answer), m.Split.Label(), values.Unsaid(m.Otherwise)).Relate(m.Split, "the split on the answer")
	}
}

// wayBack returns an answer that a question offers in order to go back, that no branch takes,
// and after which the execution ends; nil when there is none.
func wayBack(m *answers.Menu) *answers.Offer {
	if m.Otherwise == nil || !m.Otherwise.Ends() {
		return nil
	}
	i := slices.IndexFunc(m.Offers, func(o answers.Offer) bool {
		return o.By == m.Question && o.Back() && !m.Takes(o.Answer) && !answers.EndsInput(m.Question, o.Answer)
	})
	if i < 0 {
		return nil
	}
	return &m.Offers[i]
}
