package offer

import "studiolint/lint/words"

// AsksWhatElse reports whether a text asks, when all is done, whether there is something else: whoever does not answer
// needs nothing.
func AsksWhatElse(text string) bool {
	return words.HoldsAny(text, "anything else", "something else?", "any other question", "any more question", "any further question", "more help?",
		"algo más", "algo mas", "otra consulta", "otra duda", "otra pregunta", "mais alguma coisa", "algo mais", "outra dúvida",
		"noch etwas", "sonst noch", "autre chose", "d'autres questions", "qualcos'altro", "altre domande")
}
