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
	both := map[[2]string]reads.Branch{} // by key and word
	menus := Menus.Of(d)
	if len(menus) < 2 {
		return nil
	}
	for i := range menus {
		if menus[i].Question.Needs() != schemas.NeedsMessage {
			continue
		}
		for _, b := range menus[i].Branches {
			texts, ok := b.Comparison.Texts()
			if !ok || len(texts) < 2 || !b.Literal {
				continue
			}
			for _, key := range texts {
				for _, word := range texts {
					if at := [2]string{key, word}; len(key) == 1 && utf8.RuneCountInString(word) > 1 && both[at].Transition == nil && len(both) < near {
						both[at] = b
					}
				}
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

// wordless returns the key of a menu that is offered for a word which another menu takes beside it.
func (m *Menu) wordless(both map[[2]string]reads.Branch) (w Wordless, ok bool) {
	if m.Question.Needs() != schemas.NeedsMessage || !m.Again() || words.HoldsAny(effects.Prompt(m.Question).Text(), "only", "just", "solo", "apenas", "somente", "seulement", "nur ", "soltanto", "alleen") {
		return w, false
	}
	for i := range m.Offers {
		o := &m.Offers[i]
		if o.By != m.Question || len(o.Answer) != 1 || !m.Takes(o.Answer) {
			continue
		}
		for _, word := range words.In(o.Purpose()) {
			if takes := both[[2]string{o.Answer, word}]; takes.Transition != nil && takes.Transition.From != m.Split && !m.Takes(word) &&
				!slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return strings.Contains(b.Comparison.Value(), word) }) {
				return Wordless{m, o.Answer, word, takes}, true
			}
		}
	}
	return w, false
}
