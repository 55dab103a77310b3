package offer

import (
	"slices"
	"strings"
)

// OneMeaning reports whether all of some texts, in small letters, are words for the same answer: for a yes, for a
// no, or a number or a letter and the word it stands for.
func OneMeaning(texts []string) bool {
	if len(texts) < 2 {
		return false
	}
	for _, same := range [][]string{yesWords, noWords} {
		if slices.Contains(same, texts[0]) {
			return !slices.ContainsFunc(texts, func(text string) bool { return !slices.Contains(same, text) && text != "1" && text != "2" })
		}
	}
	short := func(text string) bool { return len(text) == 1 }
	return len(texts) == 2 && short(texts[0]) != short(texts[1])
}

// IsYesOrNo reports whether a word is a yes or a no.
func IsYesOrNo(word string) bool {
	word = strings.ToLower(word)
	return IsYes(word) || IsNo(word)
}

// IsYes reports whether a word, in small letters, is a yes.
func IsYes(word string) bool { return slices.Contains(yesWords, word) }

// IsNo reports whether a word, in small letters, is a no.
func IsNo(word string) bool { return slices.Contains(noWords, word) }

var (
	yesWords = []string{"yes", "y", "yeah", "yep", "yup", "yes please", "ok", "okay", "sure", "si", "sí", "s", "sim", "oui", "o", "ja", "j", "claro", "confirm", "correct", "true"}
	noWords  = []string{"no", "n", "nope", "nah", "no thanks", "nein", "não", "nao", "non", "nee", "false"}
)
