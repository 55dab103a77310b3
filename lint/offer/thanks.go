package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ThanksForAnswer reports whether a text thanks a person for an answer, or says that it came: "thank you
// for your feedback", "we got your answer".
func ThanksForAnswer(text string) bool {
	return words.HoldsAny(text, "thank", "your", "gracias", "obrigad", "dank", "merci", "grazie", "agradec", "apprezz") &&
		forAnswer.MatchString(text) && !undone.MatchString(text)
}

var forAnswer = pattern.Lazy(`(?i)\b(?:(?:thank you|thanks)(?: (?:so|very) much| again)? for (?:(?:your|the|all your) (?:[a-z]+ )?(?:answers?|response|responses|reply|replies|feedback|rating|ratings|input|opinion|vote)|(?:answering|responding|replying|voting|rating|completing|participating|taking (?:the|our|this) (?:survey|poll))|your participation|your time and (?:feedback|answers|input)|letting us know)|(?:we|i) (?:really |truly )?appreciate your (?:[a-z]+ )?(?:feedback|answers?|response|input|rating|opinion)` +
	`|(?:we|i)(?:['’]ve| have)? (?:got|received|recorded|saved|noted|stored) your (?:[a-z]+ )?(?:answers?|response|responses|reply|feedback|rating|input|vote|choice|selection)` +
	`|your (?:[a-z]+ )?(?:answers?|response|responses|reply|feedback|rating|vote|choice|selection) (?:has|have|was|were|is) (?:been )?(?:received|recorded|saved|noted|stored)` +
	`|gracias por (?:tus?|sus?|la|las) (?:respuestas?|opini[óo]n|comentarios|calificaci[óo]n|valoraci[óo]n|participaci[óo]n)|gracias por (?:responder|contestar|participar|calificar|completar (?:la|nuestra|esta) encuesta)|agradecemos (?:su|sus|tu|tus|sua|suas) (?:respuestas?|opini[óo]n|comentarios|calificaci[óo]n|participaci[óo]n|respostas?|avalia[çc][ãa]o|opini[ãa]o)` +
	`|obrigad[oa] (?:por|pel[ao]s?) (?:sua |suas |tua )?(?:respostas?|opini[ãa]o|avalia[çc][ãa]o|participa[çc][ãa]o|responder|participar|avaliar)` +
	`|(?:danke(?:schön)?|vielen dank) für (?:ihre|deine|die|eure|ihr|dein|das) (?:antwort(?:en)?|bewertung|rückmeldung|teilnahme|meinung|feedback)|merci (?:pour|de) (?:votre|ta|vos|tes) (?:réponses?|avis|évaluation|participation|retours?)|merci d['’]avoir (?:répondu|participé)` +
	`|grazie per (?:la|le) (?:sua|tua|sue|tue|vostra) (?:rispost[ae]|opinion[ei]|valutazione|partecipazione)|grazie per aver (?:risposto|partecipato))`)

// ThanksForTalk reports whether a text thanks a person for having talked to somebody, or hopes that it
// helped: "thank you for speaking with us".
func ThanksForTalk(text string) bool {
	return words.HoldsAny(text, "speaking", "talking", "chatting", "helped", "help you", "hablar", "conversar", "falar", "gespräch", "parlé") &&
		forTalk.MatchString(text)
}

var forTalk = pattern.Lazy(`(?i)\b(?:(?:thank you|thanks)(?: (?:so|very) much)? for (?:speaking|talking|chatting) (?:with|to)\b|(?:hope|glad|happy)(?: that)? (?:we|our (?:agent|team|colleague)s?|they)(?: have|['’]ve)?(?: (?:could|were able to))? (?:helped|help) you\b` +
	`|gracias por (?:hablar|conversar) con|obrigad[oa] por (?:falar|conversar) (?:com|conosco)|danke für (?:das|ihr|dein) gespräch|merci d['’]avoir parlé)`)
