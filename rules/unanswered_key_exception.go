package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/words"
)

// checkExceptions reports the questions that do not take a word which all others take, but for
// those words that are told.
func checkExceptions(p *lint.Pass, told []answers.Anytime) {
	for _, e := range answers.Exceptions.Of(p) {
		if slices.ContainsFunc(told, func(a answers.Anytime) bool { return a.Answer == e.Word }) {
			continue
		}
		p.Reportf(e.Menu.Split, "%s does not take %s, which all other questions of the flow take; add the branch", e.Menu.Split.Label(), words.Quote(e.Word)).
			Relate(e.Other, "one that takes it").Relate(e.Menu.Question, "the question").Identify(e.Word)
	}
}
