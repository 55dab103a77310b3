package words

import (
	"strings"
	"unicode/utf8"
)

// misspellings are words of English as they are often written wrongly, and that are further away
// from what is meant than one letter, or shorter than what english.txt tells; none is a word of
// another meaning.
var misspellings = map[string]string{
	"thier": "their", "wich": "which", "teh": "the", "alot": "a lot", "tommorow": "tomorrow", "inconvience": "inconvenience", "inconvinience": "inconvenience", "reciept": "receipt",
	"definately": "definitely", "definatly": "definitely", "fallowing": "following", "calender": "calendar", "sucesful": "successful", "succesfull": "successful", "sucessfull": "successful",
	"neccesary": "necessary", "ocured": "occurred", "acommodate": "accommodate", "acomodate": "accommodate", "reccomend": "recommend", "reciepts": "receipts", "adres": "address",
}

// A Misspelling is a word of a text that is written wrongly.
type Misspelling struct {
	Start, End int // in the text
	Meant      string
}

// Misspellings are those of a text.
type Misspellings struct {
	List []Misspelling

	// English says that the text is in English, most likely, though it may be too short to be
	// sure: then, what is written around is to tell.
	English bool
}

// Misspelt returns the words of a text of English that are misspelt. Names, addresses, and what
// Liquid puts in, are left alone.
func Misspelt(text string) Misspellings {
	if len(text) < shortestTold {
		return Misspellings{}
	}
	return told.Of(text).misspelt
}

func findMisspelt(text, tongue string) (m Misspellings) {
	if tongue != "" && tongue != "en" {
		return m
	}
	known, strange := 0, 0
	for i := 0; i < len(text); {
		if n := passedOver(text[i:]); n > 0 {
			i += n
			continue
		}
		start := i
		for i < len(text) && isLetter(text[i]) {
			i++
		}
		switch {
		case start == i:
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		case i-start < 3 || i-start > longestEnglish || !standsAlone(text, start, i):
		default:
			switch is, meant := spelling(text, start, i); {
			case is:
				known++
			case meant != "":
				m.List = append(m.List, Misspelling{start, i, meant})
			case i-start >= leastEnglish && isWritten(text, start, i): // else a name, perhaps
				strange++
			}
		}
	}
	m.English = tongue == "en" || strange == 0 && known > 0 && known+len(m.List) > 1
	return m
}

// leastEnglish is how long the words of English are at least that are known here.
const leastEnglish = 5

// spelling returns whether a word of a text is one of English, and, when it is none and stands there
// as words do, which one is meant most likely; "" for none.
func spelling(text string, start, end int) (known bool, meant string) {
	var buffer [longestEnglish]byte
	word := buffer[:end-start]
	for i := range word {
		word[i] = small(text[start+i])
	}
	common, rare := english()
	if len(word) >= leastEnglish && (common.has(word) || rare.has(word)) || isSmallEnglish(word) {
		return true, ""
	}
	if meant = misspellings[string(word)]; meant == "" && len(word) >= leastEnglish {
		meant = common.nearest(word)
	}
	if meant != "" && !isWritten(text, start, end) {
		meant = ""
	}
	return false, meant
}

// isSmallEnglish reports whether a word is a small one of English.
func isSmallEnglish(word []byte) bool {
	known := knownWords()
	at, _ := find(known, word)
	return at >= 0 && known.list[at].spoken&1 != 0
}

// standsAlone reports whether a word is no part of another one, of an address or of a name of
// programs.
func standsAlone(text string, start, end int) bool {
	if start > 0 && strings.IndexByte(" \n\t(\"'*", text[start-1]) < 0 {
		return false
	}
	if end == len(text) {
		return true
	}
	if strings.IndexByte(" \n\t).,;:!?\"'*", text[end]) < 0 {
		return false
	}
	return end+1 == len(text) || strings.IndexByte(".:'*", text[end]) < 0 || strings.IndexByte(" \n\t", text[end+1]) >= 0 || strings.IndexByte(".:", text[end]) < 0 && !isLetter(text[end+1])
}

// isWritten reports whether a word is written as words are, and not as names: in small letters, in
// capitals, or with one at the beginning of a sentence.
func isWritten(text string, start, end int) bool {
	capitals := 0
	for _, c := range []byte(text[start:end]) {
		if c < 'a' {
			capitals++
		}
	}
	switch {
	case capitals == 0 || capitals == end-start:
		return true
	case capitals > 1 || text[start] >= 'a':
		return false
	}
	before := strings.TrimRight(text[:start], " \t\"'(*")
	return before == "" || strings.IndexByte(".!?:\n>", before[len(before)-1]) >= 0
}

// IsName reports whether a text writes a word as a name: with a capital within a sentence, or
// as a part of an address. The word is in small letters.
func IsName(text, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		if !beginsWith(text[i:], word) {
			continue
		}
		end := i + len(word)
		capital := text[i] < 'a' && text[i+1] >= 'a'
		if capital && !isWritten(text, i, end) || i > 0 && strings.IndexByte("@./-_", text[i-1]) >= 0 || end+1 < len(text) && strings.IndexByte("@./-_", text[end]) >= 0 && isLetter(text[end+1]) {
			return true
		}
	}
	return false
}
