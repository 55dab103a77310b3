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

// A SlippedName is a part of a name and the common word of which it is most likely a slip; where it is none, Strange is the
// first part that no list of words knows.
type SlippedName struct{ Part, Meant, Strange string }

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
			return SlippedName{Part: part, Meant: meant}
		}
		if s.Strange == "" && len(part) >= leastStrange && !IsKnown(part) && !slices.Contains(ownWords, part) {
			s.Strange = part
		}
	}
	if meant := besideEnglish(name, s.Strange); meant != "" {
		s.Part, s.Meant = s.Strange, meant
	}
	return s
})

// besideEnglish returns the common word of which a strange part of a name lacks a letter within, where another part is a
// word of English, so that the name is in English: colectorPhone; "" for none.
func besideEnglish(name, strange string) string {
	const least = 7
	if len(strange) < least || len(strange) > longestEnglish {
		return ""
	}
	common, _ := english()
	meant := common.nearest([]byte(strange))
	if len(meant) <= len(strange) || meant[len(meant)-1] != strange[len(strange)-1] {
		return ""
	}
	if !slices.ContainsFunc(In(name), func(part string) bool {
		return part != strange && len(part) >= leastEnglish && len(part) <= longestEnglish && common.has([]byte(part))
	}) {
		return ""
	}
	return meant
}

// leastStrange is how long a part of a name is at least that may be another name's, misspelt.
const leastStrange = 5

// IsSlippedName reports whether a name is another one of which a part lacks a letter within, or has two of them exchanged,
// and whether that part of the other one is a word that is known.
func IsSlippedName(name, part, meant string) (is, known bool) {
	n, m := len(name), len(meant)
	if n < leastStrange || m < n || m > n+1 || name[0]|0x20 != meant[0]|0x20 || name[n-1]|0x20 != meant[m-1]|0x20 {
		return false, false // nearly always
	}
	a, b := In(name), In(meant)
	i := differing(a, b)
	if i < 0 || a[i] != part || digitsIn(name) != digitsIn(meant) {
		return false, false
	}
	if word := b[i]; word[0] != part[0] || word[len(word)-1] != part[len(part)-1] {
		return false, false
	}
	slip := slipOf(b[i], []byte(part))
	return slip == missing || slip == exchanged || slip == doubled && m > n, IsKnown(b[i])
}

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
