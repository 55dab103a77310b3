package offer

import "studiolint/lint/words"

// MaySkip reports whether a question says that it may be left without an answer: "optional", "or skip".
func MaySkip(text string) bool {
	return words.HoldsAny(text, "optional", "skip", "if you like", "if you wish", "feel free", "opcional", "omitir",
		"si lo desea", "pular", "se quiser", "freiwillig", "überspringen", "facultati", "passer", "don't have",
		"don’t have", "do not have", "no lo tiene", "no tiene", "não tem", "não tiver", "keine haben", "keinen haben",
		"n'avez pas", "n’avez pas", "non ha ")
}
