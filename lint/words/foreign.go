package words

import "strings"

// isForeign reports whether what may be a misspelt word of English is one of another language, as some stand in texts
// for people of two: it is known as such, or its sentence has more words of another than of English.
func isForeign(text string, start, end int) bool {
	word := strings.ToLower(text[start:end])
	for _, s := range romance() {
		if s.common.has([]byte(word)) && s.accented(word) == word || s.rare.has([]byte(word)) {
			return true
		}
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
