package offer

import "studiolint/lint/words"

// SaysOfSilence reports whether a text says what comes when nothing is pressed or answered: "or stay on the line to
// cancel it", "without an answer it stands".
func SaysOfSilence(text string) bool {
	return words.HoldsAny(text, "on the line", "do nothing", "no key", "not press", "n't press", "without pressing",
		"without an answer", "without a reply", "without your answer", "without your reply", "hear nothing",
		"unless you", "unless we hear", "no need to", "no reply needed", "not reply", "n't reply", "not answer",
		"n't answer",
		"no answer", "no reply", "no response", "silence means", "silence counts", "silence is",
		"no responde", "no respondes", "no contesta", "no recibimos", "sin respuesta", "sin su respuesta",
		"sans réponse", "sans reponse", "sans nouvelle", "sans retour", "ne répondez pas", "pas de réponse",
		"não responder", "não respond", "sem resposta", "sem a sua resposta", "ohne antwort", "ohne ihre antwort",
		"ohne deine antwort", "ohne rückmeldung", "ohne ihre rückmeldung", "nicht antworten", "nicht antwortest",
		"keine antwort", "nichts von ihnen",
		"non risponde", "non rispondi", "senza risposta", "senza una risposta")
}
