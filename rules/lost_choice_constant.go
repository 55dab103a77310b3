package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/words"
)

// reportFixed reports the choices that are written for others as well.
func reportFixed(p *lint.Pass) {
	for _, f := range answers.FixedChoices.Of(p) {
		other := f.Other
		if strings.ToUpper(f.As.Text) == f.As.Text {
			other = strings.ToUpper(other)
		}
		cure := "write the answer itself"
		if f.About {
			cure = "give that a step of its own"
		}
		p.Reportf(f.As.Node, "%s always writes %s as %s, also for who chose %s, and nothing else reads the answer; %s",
			f.Step.Label(), words.Quote(f.As.Text), words.Quote(f.As.Key), words.Quote(other), cure).Relate(f.Menu.Question, "the question").
			Relate(f.Menu.Split, "where the choices lead there")
	}
}
