package words

import "slices"

var failureNames = []string{"error", "fail", "failed", "failure", "busy", "sorry", "apology", "apologize", "erro", "falha", "fallo", "fallback", "fehler", "erreur", "errore", "disculpa", "desculpa", "ocupado"}

var mayNameFailure = AnyOf("err", "fail", "fal", "busy", "sorry", "apolog", "fehler", "culpa", "ocupado")

// NamesFailure reports whether the name of a widget says that it is for something that went wrong.
func NamesFailure(name string) bool {
	if !mayNameFailure.In(name) {
		return false
	}
	return slices.ContainsFunc(In(name), func(word string) bool { return slices.Contains(failureNames, word) })
}
