package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportDecided reports the splits right after a question that test an earlier answer, which is known there.
func reportDecided(p *lint.Pass) {
	for _, s := range answers.Decideds.Of(p) {
		if !shape.Clear(p, s.Split, s.Question) || slices.ContainsFunc(answers.Misread.Of(p), func(m answers.Misreading) bool { return m.Split == s.Split }) {
			continue
		}
		p.Reportf(s.Ref, "%s comes right after %s, but tests %s, which is always %s here: it decides nothing; test the answer to %s",
			s.Split.Label(), s.Question.Label(), reads.Path(s.Ref), words.Quote(s.By.Comparison.Value()),
			s.Question.Label()).Relate(s.By, "the branch that each way here takes")
	}
}
