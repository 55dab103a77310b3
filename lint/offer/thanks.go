package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ThanksForAnswer reports whether a text thanks a person for an answer, or says that it came: "thank you
// for your feedback", "we got your answer".
func ThanksForAnswer(text string) bool {
	return words.HoldsAny(text, "thank", "your", "gracias", "obrigad", "dank", "merci") &&
		forAnswer().MatchString(text) && !undone().MatchString(text)
}

var forAnswer = pattern.Lazy(`(?i)\b(?:(?:thank you|thanks)(?: (?:so|very) much| again)? for (?:(?:your|the|all your) (?:[a-z]+ )?(?:answers?|response|responses|reply|replies|feedback|rating|ratings|input|opinion|vote)|(?:answering|responding|replying|voting|rating|completing|participating|taking (?:the|our|this) (?:survey|poll))|your participation)` +
	`|(?:we|i)(?:['’]ve| have)? (?:got|received|recorded|saved|noted|stored) your (?:[a-z]+ )?(?:answers?|response|responses|reply|feedback|rating|input|vote|choice|selection)` +
	`|your (?:[a-z]+ )?(?:answers?|response|responses|reply|feedback|rating|vote|choice|selection) (?:has|have|was|were|is) (?:been )?(?:received|recorded|saved|noted|stored)` +
	`|gracias por (?:tus?|sus?|la|las) (?:respuestas?|opini[óo]n|comentarios|calificaci[óo]n|valoraci[óo]n|participaci[óo]n)|gracias por (?:responder|contestar|participar)` +
	`|obrigad[oa] (?:por|pel[ao]s?) (?:sua |suas |tua )?(?:respostas?|opini[ãa]o|avalia[çc][ãa]o|participa[çc][ãa]o|responder|participar|avaliar)` +
	`|(?:danke(?:schön)?|vielen dank) für (?:ihre|deine|die|eure) (?:antwort|bewertung|rückmeldung|teilnahme|meinung)|merci (?:pour|de) (?:votre|ta|vos|tes) (?:réponses?|avis|évaluation|participation))`)

// ThanksForTalk reports whether a text thanks a person for having talked to somebody, or hopes that it
// helped: "thank you for speaking with us".
func ThanksForTalk(text string) bool {
	return words.HoldsAny(text, "speaking", "talking", "chatting", "helped", "help you", "hablar", "conversar", "falar", "gespräch", "parlé") &&
		forTalk().MatchString(text)
}

var forTalk = pattern.Lazy(`(?i)\b(?:(?:thank you|thanks)(?: (?:so|very) much)? for (?:speaking|talking|chatting) (?:with|to)\b|(?:hope|glad|happy)(?: that)? (?:we|our (?:agent|team|colleague)s?|they)(?: have|['’]ve)?(?: (?:could|were able to))? (?:helped|help) you\b` +
	`|gracias por (?:hablar|conversar) con|obrigad[oa] por (?:falar|conversar) (?:com|conosco)|danke für (?:das|ihr|dein) gespräch|merci d['’]avoir parlé)`)
