package offer

import (
	"slices"

	"studiolint/lint/words"
)

// OneMeaning reports whether all of some texts, in small letters, are words for the same answer: for a yes, for a
// no, or a number or a letter and the word it stands for.
func OneMeaning(texts []string) bool {
	if len(texts) < 2 {
		return false
	}
	for _, same := range [...]func(string) bool{words.IsYes, words.IsNo} {
		if same(texts[0]) {
			return !slices.ContainsFunc(texts, func(text string) bool { return !same(text) && text != "1" && text != "2" })
		}
	}
	short := func(text string) bool { return len(text) == 1 }
	return len(texts) == 2 && short(texts[0]) != short(texts[1])
}
