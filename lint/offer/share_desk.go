package offer

import (
	"slices"

	"studiolint/lint/words"
)

// MayShareDesk reports whether two things that a menu offers may well be done by the same people: one is for all the
// rest or for a person, both are for languages, or both are of one kind, as new patients and other patients are.
func MayShareDesk(one, other string) bool {
	for _, purpose := range [...]string{one, other} {
		if OffersRest(purpose) || ForPerson(purpose) || words.NamesAnyTongue(purpose) || anyDesk.In(purpose) {
			return true
		}
	}
	const short = 4 // letters of a word that says nothing
	in := words.In(one)
	return slices.ContainsFunc(words.In(other), func(word string) bool {
		return len(word) >= short && !slices.Contains(deskWords, word) && slices.Contains(in, word)
	})
}

// NamesOneOf reports whether a name has a word of one of two things that a menu offers, and none of the other.
func NamesOneOf(name, one, other string) bool {
	in := slices.DeleteFunc(words.In(name), func(word string) bool { return slices.Contains(deskWords, word) })
	return words.Overlap(in, words.In(one)) != words.Overlap(in, words.In(other))
}

var (
	anyDesk   = words.AnyOf("general", "recep", "front desk", "office", "inquir", "enquir", "information", "informaci", "question", "pregunt", "emergenc", "urgen", "notfall", "zentrale", "accueil", "main ", "everything", "more")
	deskWords = []string{"para", "pour", "with", "department", "departamento", "abteilung", "service", "press", "team", "your", "speak", "talk", "hablar", "area", "área", "marque", "presione"}
)
