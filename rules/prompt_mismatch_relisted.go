package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportRelisted reports the texts after a wrong answer, or none, that offer other keys than the
// question which comes again.
func reportRelisted(p *lint.Pass) {
	for _, r := range answers.Relisteds.Of(p) {
		text, question := effects.Prompt(r.By), effects.Prompt(r.Question)
		if r.Key == "" {
			d := p.Reportf(text, "%s names some of the keys of %s, which comes next, and not %s; name them all, or none",
				r.By.Label(), r.Question.Label(), words.List(r.Missing))
			d.Relate(question, "the question").Identify(r.By.Label())
			continue
		}
		d := p.Reportf(text, "%s has %s for %s, and %s, which comes next, has %s for it; say the same",
			r.By.Label(), words.Quote(r.Key), words.Quote(r.Purpose), r.Question.Label(),
			words.Quote(r.Instead))
		d.As(finding.Warning).Relate(question, "the question").Identify(r.By.Label(), r.Key)
	}
}
