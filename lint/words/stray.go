package words

import (
	"iter"
	"strings"
)

// A Core is what a long word has in common with one that a slip in its middle makes of it: its first
// letters and its last ones, in small letters and without accents.
type Core [coreFirst + coreLast]byte

// How many letters a slip leaves alone. The last ones are how words are bent: podemos, poderemos.
const (
	coreFirst = 3
	coreLast  = 4
	leastLong = 8
)

// LongWords yields the words of a text that have so many letters that one slip makes no other word of
// them, as a rule, with where they stand.
func LongWords(text string) iter.Seq2[int, string] {
	return func(yield func(start int, word string) bool) {
		for start, end := range eachWord(text) {
			if end-start >= leastLong && !yield(start, text[start:end]) {
				return
			}
		}
	}
}

// UnknownIn returns where the long words of a text begin and end that are not known here.
func UnknownIn(text string) [][2]int { return unknownIn.Of(text) }

var unknownIn = NewMemory(func(text string) (all [][2]int) {
	for start, word := range LongWords(text) {
		if !IsKnown(word) {
			all = append(all, [2]int{start, start + len(word)})
		}
	}
	return all
})

// CoreOf returns the core of a word.
func CoreOf(word string) (c Core) {
	bare := Unaccented(word)
	for i := range coreFirst {
		c[i] = small(bare[i])
	}
	for i := range coreLast {
		c[coreFirst+i] = small(bare[len(bare)-coreLast+i])
	}
	return c
}

// IsKnown reports whether a word is one of English, or one of another language that flows use.
func IsKnown(word string) bool {
	var buffer [longestEnglish]byte
	bare := Unaccented(word)
	if len(bare) > longestEnglish || len(bare) < leastEnglish {
		return false
	}
	letters := buffer[:len(bare)]
	for i := range letters {
		if letters[i] = small(bare[i]); !isLetter(letters[i]) {
			return false
		}
	}
	if common, rare := english(); common.has(letters) || rare.has(letters) {
		return true
	}
	for _, s := range romance() {
		if s.common.has(letters) || s.rare.has(letters) {
			return true
		}
	}
	return false
}

// IsSlipOf reports whether what is written is another word of one language with a slip in its
// middle: two letters are exchanged, or one lacks, or stands once for twice or the other way around, or a syllable
// of two letters stands twice (notifified), or, in small letters, one letter is another one (confidmation).
// Of two languages, the latter is how words are written there: profesional, professional.
func IsSlipOf(written, word string, oneLanguage bool) bool {
	a, b := strings.ToLower(Unaccented(word)), []byte(strings.ToLower(Unaccented(written)))
	if min(len(a), len(b)) < leastLong || CoreOf(a) != CoreOf(string(b)) {
		return false
	}
	s := slipOf(a, b)
	if oneLanguage && (s == other && written[0] >= 'a' && isOtherLetter(a, b) || repeatsSyllable(a, string(b))) {
		return true
	}
	return s == exchanged || s == missing || s == doubled && oneLanguage
}

// isOtherLetter reports whether one letter of a word is another one in what is written, and not as some spell it:
// organisation and organization, defence and defense, and vowels, by which words are bent.
func isOtherLetter(word string, written []byte) bool {
	const vowels, alike = "aeiouy", "szckqx"
	for i := range written {
		if word[i] != written[i] {
			both := string([]byte{word[i], written[i]})
			return !strings.ContainsAny(both, vowels) && strings.Trim(both, alike) != ""
		}
	}
	return false
}

// repeatsSyllable reports whether what is written is a word of which two letters stand twice, one pair after the other.
func repeatsSyllable(word, written string) bool {
	if len(written) != len(word)+2 {
		return false
	}
	i := 0
	for i < len(word) && word[i] == written[i] {
		i++
	}
	return i >= 2 && written[i:i+2] == written[i-2:i] && written[i+2:] == word[i:]
}
