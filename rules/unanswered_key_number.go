package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportNumberless reports the questions without numbers after which a text asks for the number of
// an answer: once.
func reportNumberless(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, n := range answers.Numberlesses.Of(p) {
		if d == nil {
			d = p.Reportf(effects.Prompt(n.Told), "%s asks for %s, but %s, which comes again, has no numbers; say what to write",
				n.Told.Label(), words.Quote(n.Said), n.Question.Label()).Relate(n.Question, "the question").Identify(n.Told.Label())
		} else {
			d.Also(effects.Prompt(n.Told), "so does "+n.Told.Label()+" for "+n.Question.Label())
		}
	}
}
