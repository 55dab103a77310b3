package words

import (
	_ "embed" // the words of Spanish, Portuguese and French
	"slices"
	"strings"
	"sync"
)

//go:embed romance.txt
var romanceText string

// A spelt language knows words that flows use in it, and others that are like those.
type spelt struct {
	common, rare *spellings // without accents
	written      [longestEnglish + 1][26]string
}

// romance are the languages of which romance.txt knows words, by their codes.
var romance = sync.OnceValue(func() map[string]*spelt {
	parts := strings.Split(romanceText, "\n\n")[1:] // after what is said of them
	all := map[string]*spelt{}
	for i, code := range [...]string{"es", "pt", "fr"} {
		s := &spelt{common: new(spellings), rare: new(spellings)}
		for line := range strings.SplitSeq(parts[2*i], "\n") {
			bare := Unaccented(line)
			s.common.add(bare)
			s.written[strings.IndexByte(bare+" ", ' ')][bare[0]-'a'] = line
		}
		for line := range strings.SplitSeq(strings.TrimSpace(parts[2*i+1]), "\n") {
			s.rare.add(line)
		}
		all[code] = s
	}
	return all
})

// meant returns what a word of a text stands for most likely that is none of the language, "" for
// none. Accents are left out by many, and the last letter is how words are bent.
func (s *spelt) meant(text string, start, end int) string {
	const least = 6 // letters
	if s == nil || end-start < least || !isWritten(text, start, end) {
		return ""
	}
	word := []byte(strings.ToLower(Unaccented(text[start:end])))
	if len(word) < least || len(word) > longestEnglish || !isPlain(word) {
		return ""
	}
	if common, rare := english(); s.common.has(word) || s.rare.has(word) || common.has(word) || rare.has(word) {
		return ""
	}
	bare := s.common.nearest(word)
	if len(bare) < least || bare[len(bare)-1] != word[len(word)-1] {
		return ""
	}
	return s.accented(bare)
}

// accented returns how a common word of the language, which is given without accents, is written.
func (s *spelt) accented(bare string) string {
	line := s.common[len(bare)][bare[0]-'a']
	at := 0
	for line[at*(len(bare)+1):][:len(bare)] != bare {
		at++
	}
	return strings.Fields(s.written[len(bare)][bare[0]-'a'])[at]
}

// isPlain reports whether a word has no letters but those from a to z.
func isPlain(word []byte) bool {
	return !slices.ContainsFunc(word, func(c byte) bool { return c < 'a' || c > 'z' })
}
