package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSisters reports the splits of which one branch for a number does not take it in a form in which all others take
// theirs: once. What the prompt offers and no branch takes is told by unanswered-key.
func reportSisters(p *lint.Pass) {
	var d *finding.Diagnostic
	none := answers.OfferedToNone.Of(p)
	for _, s := range answers.Sisters.Of(p) {
		at := s.Branch.Condition.Value
		switch {
		case none[s.Branch.Transition.From].Answer == s.Lacks:
		case d == nil:
			d = p.Reportf(at, "%s does not take %s, though its other branches take their numbers so (%s): it was most likely forgotten; add it",
				s.Branch.Transition.From.Label(), words.Quote(s.Lacks),
				words.Quote(s.Has)).As(finding.Note).Relate(s.Other.Condition.Value,
				"another branch").Identify(s.Branch.Transition.From.Label())
		default:
			d.Also(at, "so it is here")
		}
	}
}
