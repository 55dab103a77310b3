package split

import (
	"strings"
	"unicode/utf8"
)

// Within returns how a condition finds a word within a text: by contains, or, where the word is
// so short that others hold it, by WholeWord.
func Within(word string) string {
	const short = 2
	if strings.ContainsAny(word, ".*+?()[]{}|\\^$ ") || utf8.RuneCountInString(word) > short {
		return Contains
	}
	return WholeWord(word)
}

// WholeWord returns the regular expression for a word of its own anywhere in a text, with or
// without its accent where people write it in both ways: "a regex: (?i).*\bno\b.*".
func WholeWord(word string) string {
	switch strings.ToLower(word) {
	case "si", "sí":
		return `a regex that knows sí: (?i)(.*\W)?s[ií](\W.*)?` // an í ends no word of \b
	}
	return `a regex: (?i).*\b` + word + `\b.*`
}
