package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportBeside reports the menus by message that take the numbers of their choices and none of the words
// beside them, after which the flow goes on as if nothing had been chosen: once.
func reportBeside(p *lint.Pass) {
	var d *finding.Diagnostic
	menus := answers.Menus.Of(p)
	for _, m := range menus {
		number, word := m.NumbersOnly()
		switch {
		case number == "":
		case d == nil:
			d = p.Reportf(m.Split, "%s takes %s and not %s, the word beside it: whoever writes that goes on to %s as if nothing was chosen; take it, too",
				m.Split.Label(), words.Quote(number), words.Quote(word),
				m.Otherwise.Meant.Label()).As(finding.Note).Relate(m.Question,
				"the question").Identify(m.Split.Label())
		default:
			d.Also(m.Split, "so does "+m.Split.Label())
		}
	}
	reportAbridged(p, menus)
}

// reportAbridged reports the menus by message that take the numbers of their choices and the first words of some, and
// refuse what stands there whole: once.
func reportAbridged(p *lint.Pass, menus []*answers.Menu) {
	var d *finding.Diagnostic
	for i := range menus {
		m := menus[i]
		label, word := m.OnlyInShort()
		switch {
		case label == "":
		case d == nil:
			d = p.Reportf(m.Split, "%s offers %s, and %s takes its number and %s, but not those words as they stand there; take them, too",
				m.Question.Label(), words.Quote(label), m.Split.Label(),
				words.Quote(word)).As(finding.Note).Relate(m.Question, "the question").Identify(m.Split.Label())
		default:
			d.Also(m.Split, "so it is at "+m.Split.Label())
		}
	}
}
