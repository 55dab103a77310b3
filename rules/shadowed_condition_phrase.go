package rules

import (
	"strings"
	"unicode"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkPhrase reports a branch for a word that its prompt offers for something in whose words
// that of an earlier branch comes next to it ("a new booking"): who answers with both is taken
// by the earlier one.
func checkPhrase(p *lint.Pass, m *answers.Menu) {
	for i, b := range m.Branches[:min(len(m.Branches), maxTried)] {
		word := containedWord(b)
		if word == "" {
			continue
		}
		for _, e := range m.Branches[:i] {
			other := containedWord(e)
			if other == "" || e.Transition.Next == b.Transition.Next || strings.Contains(other, word) || strings.Contains(word, other) {
				continue
			}
			if phrase := offeredPhrase(m, b, word, other); phrase != "" {
				p.Reportf(b, "%s speaks of %s there, and who answers so is taken by %s (to %s) before it comes to %s; put this one first, or compare whole words",
					m.Question.Label(), words.Quote(phrase), e.Words(), reads.Target(e.Transition), b.Words()).
					As(finding.Note).Relate(e, "the earlier condition")
				return
			}
		}
	}
}

// containedWord returns the single word for which a branch looks in an answer.
func containedWord(b reads.Branch) string {
	const shortest = 3 // letters
	if word := b.Comparison.Value(); b.Comparison.Operator() == split.Contains && len(word) >= shortest && !strings.Contains(word, " ") {
		return word
	}
	return ""
}

// offeredPhrase returns the two words where the prompt of a menu says, one next to the other,
// what it offers the answer of a branch for; "" when it does not.
func offeredPhrase(m *answers.Menu, b reads.Branch, word, other string) string {
	for _, o := range m.Offers {
		if b.Comparison.Holds(strings.ToLower(o.Answer)) != split.Yes {
			continue
		}
		purpose := " " + strings.Join(strings.FieldsFunc(strings.ToLower(o.Purpose()), func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsPunct(r)
		}), " ")
		for _, phrase := range [...]string{word + " " + other, other + " " + word} {
			if strings.Contains(purpose, " "+phrase) {
				return phrase
			}
		}
	}
	return ""
}
