package words

import "slices"

var validWords = []string{"valid", "válido", "válida", "valido", "valida", "gültig", "gültige", "valide", "valable"}

var mayBeValid = AnyOf("lid", "ltig", "valable")

// SaysValid reports whether a label says of something that it is valid: "Valid code", not "Not valid".
func SaysValid(label string) bool {
	const most = 3 // words of a label that says that and nothing else
	if !mayBeValid.In(label) {
		return false
	}
	all := In(label)
	return len(all) <= most && Overlap(all, validWords) &&
		!slices.ContainsFunc(all, func(word string) bool {
			return slices.Contains([]string{"not", "no", "não", "nicht", "non", "pas", "is", "if", "un", "check"}, word)
		})
}
