package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// checkSpelling reports a word that is taken with its accent and not without it, or the other way about.
func checkSpelling(p *lint.Pass, m *answers.Menu) {
	if written, takes := m.Accented(); written != "" && !isMistyped(p, m, written) {
		d := p.Reportf(m.Question, "%s names %s, but %s takes %s: whoever writes the word as it stands there fits no branch; take both",
			m.Question.Label(), words.Quote(written), m.Split.Label(), words.Quote(takes)).Relate(m.Split, "the split on the answer")
		if offer.TellsToWrite(effects.Prompt(m.Question).Text()) {
			d.As(finding.Warning)
		}
	} else if takes, not := m.OneSpelling(reads.Listed.Of(p)); takes != "" {
		p.Reportf(m.Split, "%s takes %s and not %s, and people write both; add it", m.Split.Label(), words.Quote(takes), words.Quote(not)).Relate(m.Question, "the question")
	}
}

// checkAbridged reports a letter that is taken for a word, while the word is not.
func checkAbridged(p *lint.Pass, m *answers.Menu) {
	if letter, word := m.Abridged(); letter != "" {
		p.Reportf(m.Split, "%s takes %s and not %s, which people write, too: that gets what any other answer does; add it", m.Split.Label(), words.Quote(strings.ToUpper(letter)), words.Quote(word)).
			Relate(m.Question, "the question")
	}
}

// isMistyped reports whether a branch takes an answer misspelt, of which condition-value tells.
func isMistyped(p *lint.Pass, m *answers.Menu, answer string) bool {
	return slices.ContainsFunc(answers.Mistypes.Of(p), func(t answers.Mistyped) bool { return t.Question == m.Question && strings.EqualFold(t.Offered, answer) })
}
