package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/words"
)

// checkLabelled reports a menu of a yes and a no that takes their numbers alone.
func checkLabelled(p *lint.Pass, m *answers.Menu) {
	if number, word := m.Labelled(); number != "" {
		then := "they are asked again"
		if m.EndsAtSlip() {
			then = "then the flow ends"
		}
		p.Reportf(m.Split, "%s takes %s and not %s, the word beside it, which people write, too: %s; add it",
			m.Split.Label(), words.Quote(number), words.Quote(word), then).Relate(m.Question, "the question")
	}
}
