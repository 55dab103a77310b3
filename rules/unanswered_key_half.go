package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportHalfTested reports the menus that take whatever is not the one answer for the other: once.
func reportHalfTested(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.HalfTesteds.Of(p) {
		if letter, _ := m.Abridged(); letter != "" {
			continue // which is told of its own
		}
		what := "written"
		if m.Question.Facts.KeyEntry != nil {
			what = "pressed"
		}
		if d == nil {
			d = p.Reportf(m.Otherwise, "%s tests %s alone: whatever else is %s, a slip too, counts as %s; test that as well, and ask again otherwise",
				m.Split.Label(), words.Quote(m.Tested), what, words.Quote(m.Rest)).Relate(m.Question, "the question").Identify(m.Split.Label())
		} else {
			d.Also(m.Otherwise, "so does "+m.Split.Label()+" for "+words.Quote(m.Rest))
		}
	}
}
