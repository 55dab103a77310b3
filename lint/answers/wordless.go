package answers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Wordless is a question by message that takes a key alone, and asks again for the word that the
// key is offered for, while a like question takes both.
type Wordless struct {
	Menu      *Menu
	Key, Word string
	Takes     reads.Branch // of the other question
}

// Wordlesses are those of a flow, one a question.
var Wordlesses = lint.NewFact(func(d *project.Document) (all []Wordless) {
	var both []pair
	menus := Menus.Of(d)
	for i := range menus {
		if menus[i].Question.Needs() != schemas.NeedsMessage {
			continue
		}
		for _, b := range menus[i].Branches {
			if texts := b.Comparison.Entries(); len(texts) > 1 && b.Literal {
				both = pairUp(both, texts, b)
			}
		}
	}
	if len(both) == 0 {
		return nil
	}
	for i := range menus {
		if w, ok := menus[i].wordless(both); ok {
			all = append(all, w)
		}
	}
	return all
})

// A pair is a key and a word that a branch takes both.
type pair struct {
	key, word string
	takes     reads.Branch
}

func pairUp(both []pair, texts []string, b reads.Branch) []pair {
	for _, key := range texts {
		for _, word := range texts {
			if len(key) == 1 && utf8.RuneCountInString(word) > 1 && len(both) < near &&
				!slices.ContainsFunc(both, func(p pair) bool { return p.key == key && p.word == word }) {
				both = append(both, pair{key, word, b})
			}
		}
	}
	return both
}

// wordless returns the key of a menu that is offered for a word which another menu takes beside it.
func (m *Menu) wordless(both []pair) (w Wordless, ok bool) {
	if m.Question.Needs() != schemas.NeedsMessage {
		return w, false
	}
	for i := range m.Offers {
		o := &m.Offers[i]
		if o.By != m.Question || len(o.Answer) != 1 {
			continue
		}
		for _, p := range both {
			if p.key == o.Answer && p.takes.Transition.From != m.Split &&
				strings.Contains(strings.ToLower(o.Purpose()), p.word) &&
				slices.Contains(words.In(o.Purpose()), p.word) && m.lacks(p) {
				return Wordless{m, p.key, p.word, p.takes}, true
			}
		}
	}
	return w, false
}

// lacks reports whether a menu takes a key and asks again for the word, of which no branch speaks,
// nor does the question ask for the key alone.
func (m *Menu) lacks(p pair) bool {
	return m.Takes(p.key) && !m.Takes(p.word) && !slices.ContainsFunc(m.Branches,
		func(b reads.Branch) bool { return strings.Contains(b.Comparison.Value(), p.word) }) &&
		!words.HoldsAny(effects.Prompt(m.Question).Text(), "only", "just", "solo", "apenas", "somente", "seulement", "nur ", "soltanto", "alleen") && m.Again()
}
