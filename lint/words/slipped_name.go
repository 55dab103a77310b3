package words

import "slices"

// commonIn are English words of which names of values consist, each with so many letters that what lacks one of them
// is no abbreviation that people write.
var commonIn = []string{
	"account", "address", "agent", "amount", "answer", "appointment", "attributes", "availability",
	"available", "balance", "birthday", "booking", "callback", "campaign", "caller", "category", "channel",
	"comment", "company", "confirmation", "contact", "conversation", "country", "customer", "delivery",
	"department", "description", "duration", "email", "employee", "feedback", "invoice", "language",
	"location", "message", "minutes", "number", "option", "order", "password", "patient", "payment", "phone",
	"postcode", "priority", "product", "quantity", "question", "queue", "rating", "reason", "recording",
	"reference", "reservation", "response", "result", "schedule", "score", "selection", "service", "session",
	"status", "street", "subject", "telephone", "ticket", "timestamp", "tracking", "transcription", "username",
	"version",
}

// namesOf are what comes before "name": there alone, a part like them is no word of its own (Frist is one of German).
var namesOf = []string{"first", "last", "middle", "given", "family"}

// ownWords are words of other languages, and names, that look like such a slip.
var ownWords = []string{"numer", "tiket", "langage", "chanel", "paient", "emil", "frst"}

// A SlippedName is a part of a name and the common word of which it is most likely a slip.
type SlippedName struct{ Part, Meant string }

// SlippedIn returns the first part of a name that lacks a letter of a common word in its middle, or has two of them
// exchanged (phne, agnet); a part that is a word itself is none. It is empty where there is no such slip.
func SlippedIn(name string) SlippedName { return slippedIn.Of(name) }

var slippedIn = NewSmallMemory(func(name string) (s SlippedName) {
	parts := In(name)
	for i, part := range parts {
		meant := slippedWord(part, commonIn)
		if meant == "" && i+1 < len(parts) && parts[i+1] == "name" {
			meant = slippedWord(part, namesOf)
		}
		if meant != "" {
			return SlippedName{part, meant}
		}
	}
	return s
})

// slippedWord returns the one of some words of which a part is a slip; "" for none.
func slippedWord(part string, of []string) string {
	const shortest = 4
	if len(part) < shortest || IsKnown(part) || IsSmall(part) || slices.Contains(ownWords, part) {
		return ""
	}
	for _, word := range of {
		if word[0] != part[0] || word[len(word)-1] != part[len(part)-1] {
			continue
		}
		if s := slipOf(word, []byte(part)); s == missing || s == exchanged {
			return word
		}
	}
	return ""
}
