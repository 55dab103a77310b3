package words

import (
	"slices"
	"strings"
	"unicode"
)

// isForeign reports whether what may be a misspelt word of English is one of another language, as some stand in texts
// for people of two: it is known as such, or its sentence has more words of another than of English.
func isForeign(text string, start, end int) bool {
	word := strings.ToLower(text[start:end])
	for _, s := range romance() {
		if s.common.has([]byte(word)) && s.accented(word) == word || s.rare.has([]byte(word)) {
			return true
		}
	}
	if slices.Contains(foreignWishes, strings.ToLower(lastWord(text[:start]))) {
		return true
	}
	const between = ".!?\n"
	from := strings.LastIndexAny(text[:start], between) + 1
	to := strings.IndexAny(text[end:], between)
	if to < 0 {
		to = len(text) - end
	}
	const english = 0 // its place among the languages
	found := tongueWords(text[from : end+to])
	for i := range tongues {
		if i != english && found.apart(i, english) > found.count[english] {
			return true
		}
	}
	return false
}

// foreignWishes are words of other languages with which a wish begins that English texts have, too: bon appetit, buona sera.
var foreignWishes = []string{
	"bon", "bonne", "buon", "buona", "buen", "buena", "buenos", "buenas", "bom", "boa", "guten", "gute", "frohe", "fröhliche", "goede", "joyeux", "feliz", "felices",
	"eet", "viel", "mille", "muchas", "vielen",
}

// lastWord is the word that a text ends with, before blanks.
func lastWord(text string) string {
	text = strings.TrimRight(text, " \t\n")
	return text[len(strings.TrimRightFunc(text, unicode.IsLetter)):]
}
