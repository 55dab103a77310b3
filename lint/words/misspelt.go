package words

import (
	"slices"
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
	"agin": "again", "avaible": "available", "avalible": "available", "deit": "diet", "dissapointed": "disappointed", "docter": "doctor", "fourty": "forty", "greatful": "grateful",
	"celcius": "Celsius", "farenheit": "Fahrenheit", "farhenheit": "Fahrenheit", "fahrenhiet": "Fahrenheit", "farenhiet": "Fahrenheit",
	"hte": "the", "inccorect": "incorrect", "inconvienence": "inconvenience", "jsut": "just", "knwo": "know", "maintainance": "maintenance", "medecine": "medicine", "menue": "menu",
	"operater": "operator", "prefrances": "preferences", "presentative": "representative", "proceding": "proceeding", "proffesional": "professional", "quarentine": "quarantine",
	"reffered": "referred", "rember": "remember", "representive": "representative", "reschedual": "reschedule", "restaraunt": "restaurant", "schedual": "schedule", "succesfuly": "successfully",
	"sucesfully": "successfully", "taht": "that", "tempory": "temporary", "throught": "through", "truely": "truly", "truley": "truly", "unfortunetly": "unfortunately", "vaild": "valid",
	"vegatarian": "vegetarian", "vegeterian": "vegetarian", "vehical": "vehicle", "vioce": "voice", "waht": "what", "wendsday": "Wednesday", "wensday": "Wednesday", "wierd": "weird",
	"dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
	"havent": "haven't", "hasnt": "hasn't", "youre": "you're", "theyre": "they're", "youve": "you've", "cant": "can't", "irreversable": "irreversible",
	"wiht": "with", "yeild": "yield", "yuo": "you", "thnk": "thank", "thnak": "thank", "tahnk": "thank", "thansk": "thanks", "thnks": "thanks", "thnaks": "thanks", "tahnks": "thanks",
	"ahve": "have", "hvae": "have", "tihs": "this", "thsi": "this", "thta": "that", "wnat": "want", "yoru": "your", "yuor": "your",
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
	m.English = tongue == "en" || strange <= min(known/2, 1) && known > 0 && known+len(m.List) > 1 ||
		len(m.List) > 0 && seemsEnglish(text, m.List)
	return m
}

// seemsEnglish reports whether the small words of a text are English ones, as a rule: where a listed
// misspelling stands, there need be none.
func seemsEnglish(text string, misspelt []Misspelling) bool {
	const english = 0 // its place among the languages
	found := tongueWords(text)
	if found.count[english] < 2 &&
		!slices.ContainsFunc(misspelt, func(m Misspelling) bool { return isListed(text[m.Start:m.End]) }) {
		return false
	}
	for i := range tongues {
		if found.apart(i, english)*3 > found.count[english] {
			return false
		}
	}
	return true
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
	if meant = misspellings[string(word)]; meant != "" {
		if !isWritten(text, start, end) && !mayHaveCapital(meant, text) {
			meant = ""
		}
		return false, meant
	}
	common, rare := english()
	if len(word) >= leastEnglish && (common.has(word) || rare.has(word)) || isSmallEnglish(word) {
		return true, ""
	}
	if len(word) >= leastEnglish && isWritten(text, start, end) {
		meant = common.nearest(word)
	}
	return false, meant
}

// isListed reports whether a word is one of those that are often written wrongly.
func isListed(word string) bool { return misspellings[strings.ToLower(word)] != "" }

// Respelt returns how a word is spelt that is often written wrongly as it is here; "" for others.
func Respelt(word string) string { return misspellings[strings.ToLower(word)] }

// mayHaveCapital reports whether a word that is often written wrongly may begin with a capital within a
// sentence and be no name: as all of them do there, or as it is spelt.
func mayHaveCapital(meant, text string) bool {
	return meant != "" && ('A' <= meant[0] && meant[0] <= 'Z' || isTitled(text))
}

// isTitled reports whether all words of a text begin with a capital, so that one says nothing of
// the word: "Error! Try Again!".
func isTitled(text string) bool {
	for i := range len(text) {
		if 'a' <= text[i] && text[i] <= 'z' &&
			(i == 0 || !isLetter(text[i-1]) && text[i-1] != '\'' && text[i-1] < utf8.RuneSelf) {
			return false
		}
	}
	return true
}

// isSmallEnglish reports whether a word is a small one of English.
func isSmallEnglish(word []byte) bool {
	known := &knownWords
	at, _ := find(known, word)
	return at >= 0 && known.list[at].spoken&1 != 0
}

// standsAlone reports whether a word is no part of another one, of an address or of a name of
// programs.
func standsAlone(text string, start, end int) bool {
	if start > 0 && strings.IndexByte(" \n\t(\"'*", text[start-1]) < 0 {
		return false
	}
	if isElided(text, start, end) {
		return false
	}
	if end == len(text) {
		return true
	}
	if strings.IndexByte(" \n\t).,;:!?\"'*", text[end]) < 0 {
		return false
	}
	return end+1 == len(text) || strings.IndexByte(".:'*", text[end]) < 0 ||
		strings.IndexByte(" \n\t", text[end+1]) >= 0 ||
		strings.IndexByte(".:", text[end]) < 0 && !isLetter(text[end+1])
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
		if capital && !isWritten(text, i, end) && !mayHaveCapital(misspellings[word], text) ||
			i > 0 && strings.IndexByte("@./-_", text[i-1]) >= 0 ||
			end+1 < len(text) && strings.IndexByte("@./-_", text[end]) >= 0 && isLetter(text[end+1]) {
			return true
		}
	}
	return false
}

// isElided reports whether an apostrophe stands for a letter that a word has lost, at its end or its beginning: havin',
// and is no mark around what is quoted.
func isElided(text string, start, end int) bool {
	opened, closed := start > 0 && text[start-1] == '\'', end < len(text) && text[end] == '\''
	switch {
	case opened == closed:
		return false
	case closed:
		return !strings.HasPrefix(text, "'") && !strings.Contains(text[:start], " '")
	}
	rest := text[end:]
	return !strings.HasSuffix(rest, "'") && !strings.Contains(rest, "' ") && !strings.Contains(rest, "'.")
}
