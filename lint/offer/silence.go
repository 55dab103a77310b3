package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

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

// SettlesSilence reports whether a text says what it means when nobody answers, so that nothing is to be said then: "No
// answer counts as none", "Nothing to do if that is fine", "Only reply if you cannot come".
func SettlesSilence(text string) bool {
	return words.HoldsAny(text, "answer", "reply", "hear", "respon", "nothing", "silence", "contest", "nada", "antwort",
		"répon", "rien", "nichts", "nulla", "rispo", "niets") &&
		settled.MatchString(text)
}

var settled = pattern.Lazy(`(?i)\b(?:(?:no|without an?) (?:answer|reply|response)(?: (?:by|until|before|within|till) [^.!?\n]{1,20})? (?:counts|means|is taken|is (?:a|fine)|will count|we )|silence (?:counts|means|is)|nothing (?:else )?to do (?:if|when|unless)|(?:no need|you (?:do not|don['’]t) (?:need|have)) to (?:do anything|reply|answer|respond)` +
	`|(?:if|unless|when) we (?:do not |don['’]t )?hear (?:nothing|anything|from you)|only (?:reply|answer|respond|write|text)(?: \pL+)? if|reply only if` +
	`|(?:si|sin) (?:no )?(?:responde|contesta|respuesta|respondes|contestas)[^.!?\n]{0,30}(?:cuenta|significa|entendemos|asum|se mantiene|daremos)|no (?:hace falta|es necesario) (?:que )?(?:respond|contest)|solo (?:responda|conteste|responde|contesta) si` +
	`|keine antwort (?:heißt|bedeutet|gilt|zählt)|ohne (?:ihre |deine )?antwort [^.!?\n]{0,30}(?:gilt|zählt|gehen wir)|nichts (?:weiter )?zu tun|nur (?:antworten|schreiben)[^.!?\n]{0,10} wenn` +
	`|sans réponse[^.!?\n]{0,40}(?:compt|considér|maint)|rien à faire|(?:não|nao) (?:é preciso|precisa) responder|sem resposta[^.!?\n]{0,30}(?:conta|signific|consider|mant)|senza risposta[^.!?\n]{0,30}(?:conta|consider)|non (?:serve|occorre) rispondere)`)
