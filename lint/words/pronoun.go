package words

import "strings"

// EndsInPronoun reports whether a text ends in a word that stands for something named before it, as "check one" does.
func EndsInPronoun(text string) bool {
	text = strings.ToLower(strings.TrimRight(text, " .,!?;:"))
	switch text[strings.LastIndexByte(text, ' ')+1:] {
	case "one", "it", "them", "mine", "that", "uno", "una", "alguno", "alguna", "um", "uma", "eins", "einen", "eine", "eines":
		return strings.IndexByte(text, ' ') > 0
	}
	return false
}
