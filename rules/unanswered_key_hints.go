package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/liquid"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkHints reports the words that a question listens for, when some of them are taken and others
// only make that it is asked again.
func checkHints(p *lint.Pass, m *answers.Menu) {
	if !m.Spoken || m.Question.Facts.Speech == nil || !m.Again() {
		return
	}
	n := m.Question.Property(m.Question.Facts.Speech.Hints)
	if liquid.HasMarkup(n.Text()) || strings.Contains(n.Text(), "$") { // a class of words, such as $DAY
		return
	}
	var missing []string
	taken := 0
	for hint := range strings.SplitSeq(n.Text(), ",") {
		hint = strings.TrimSpace(hint)
		switch fits := fitsBranch(m, strings.ToLower(hint)); {
		case hint == "":
		case fits == split.Yes:
			taken++
		case fits == split.Unsure:
			return
		default:
			missing = append(missing, hint)
		}
	}
	if taken > 0 && len(missing) > 0 {
		p.Reportf(n, "%s listens for %s, which no branch of %s takes, so whoever says it is asked again; add a branch",
			m.Question.Label(), words.List(missing), m.Split.Label()).Relate(m.Split, "the split on the answer")
	}
}

// fitsBranch reports whether an answer fits some branch of a menu.
func fitsBranch(m *answers.Menu, answer string) split.Answer {
	fits := split.No
	for _, b := range m.Branches {
		switch b.Comparison.Holds(answer) {
		case split.Yes:
			return split.Yes
		case split.No:
		default:
			fits = split.Unsure
		}
	}
	return fits
}
