package words

import (
	"slices"
	"strings"
)

// Words of English that are right by themselves and wrong beside the one before them.
var (
	// participles are of verbs that flows use, by the form that stands in their place at times.
	participles = map[string]string{
		"assist": "assisted", "connect": "connected", "contact": "contacted", "forward": "forwarded", "notify": "notified", "occur": "occurred",
		"redirect": "redirected", "send": "sent", "transfer": "transferred",
	}

	// infinitives are of verbs that flows use, by their past.
	infinitives = map[string]string{
		"entered": "enter", "found": "find", "got": "get", "pressed": "press", "received": "receive", "recognised": "recognise", "recognized": "recognize",
		"responded": "respond", "understood": "understand", "worked": "work",
	}

	// vowels and consonants are nouns that flows speak of, by how their sound begins, with the
	// adjectives before them.
	vowels = []string{
		"address", "advisor", "agent", "answer", "appointment", "associate", "attendant", "email", "emergency", "employee", "error", "estimate",
		"extension", "hour", "incorrect", "individual", "interpreter", "invalid", "invoice", "issue", "item", "operator", "option", "order", "update", "urgent",
	}
	consonants = []string{
		"call", "callback", "customer", "department", "live", "manager", "member", "menu", "message", "number", "payment", "person", "question", "quote",
		"receptionist", "representative", "reservation", "specialist", "supervisor", "technician", "text", "valid", "voicemail",
	}

	// lettered are words before a letter that is a choice, and no article.
	lettered = []string{"choose", "choosing", "enter", "key", "letter", "option", "or", "plan", "press", "reply", "say", "section", "select", "text", "type"}
)

// wrongForms returns the words of a text of English that are in a form which cannot stand where it
// does: "will be send", "did not received", "a agent", "follow by the pound key". Each is given with
// the word before it.
func wrongForms(text string) (all []Misspelling) {
	var before, last [2]int // the two words before
	for start, end := range eachWord(text) {
		word := strings.ToLower(text[start:end])
		at := last[0]
		if last[1] > 0 && text[last[1]:start] == " " {
			if meant := formAfter(text[last[0]:last[1]], word, strings.ToLower(text[before[0]:before[1]])); meant != "" {
				all = append(all, Misspelling{at, end, meant})
			} else if word == "by" && strings.EqualFold(text[at:last[1]], "follow") && namesEndKey(text[end:]) {
				all = append(all, Misspelling{at, end, text[at:last[1]] + "ed by"})
			}
		}
		before, last = last, [2]int{start, end}
	}
	return all
}

// formAfter returns how a word is written after another, with that one, when it stands there in a
// form that it cannot have; else "". The word before both is told, too.
func formAfter(first, word, before string) string {
	switch strings.ToLower(first) {
	case "be", "been":
		if meant := participles[word]; meant != "" && word != "forward" {
			return first + " " + meant
		}
	case "has", "have":
		switch word {
		case "occur", "send":
			return first + " " + participles[word]
		case "be":
			return first + " been"
		}
	case "not":
		if meant := infinitives[word]; meant != "" && slices.Contains([]string{"could", "did", "do", "does"}, before) {
			return first + " " + meant
		}
	case "a":
		if first == "a" && slices.Contains(vowels, word) && !slices.Contains(lettered, before) {
			return "an " + word
		}
	case "an":
		if slices.Contains(consonants, word) {
			return first[:1] + " " + word
		}
	}
	return ""
}

// namesEndKey reports whether a text begins with the key that ends a number.
func namesEndKey(text string) bool {
	text = strings.ToLower(text[:min(len(text), len(" the number sign"))])
	return slices.ContainsFunc([]string{"#", "asterisk", "hash", "number sign", "pound", "star"}, func(key string) bool { return strings.Contains(text, key) })
}
