package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportAssumedNo reports the questions that take whatever is no yes for a no: once.
func reportAssumedNo(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.AssumedNos.Of(p) {
		if d == nil {
			d = p.Reportf(m.Otherwise, "who writes %s to %s is taken for a no and sent %s; ask again unless it is a no",
				words.Quote(m.Yes), m.Question.Label(), m.Told.Label()).As(finding.Note).Identify(m.Split.Label())
		} else {
			d.Also(m.Otherwise, "so does "+m.Split.Label())
		}
	}
}

// reportSpokenNo reports the questions of a call that take whatever is not the word yes for a no: once.
func reportSpokenNo(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.SpokenNos.Of(p) {
		if d == nil {
			d = p.Reportf(m.Otherwise, "who says %s to %s is taken for a no and comes to %s; take that, too, or ask again unless it is a no",
				words.Quote(m.Yes), m.Question.Label(), m.Told.Label()).As(finding.Note).Identify(m.Split.Label())
		} else {
			d.Also(m.Otherwise, "so it is with "+m.Question.Label())
		}
	}
}
