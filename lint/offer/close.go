package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Closes reports whether a text says that all is said unless a certain word is written: "reply
// AGENT to talk to us, otherwise goodbye".
func Closes(text string) bool {
	return unneeded.MatchString(text) || parting.MatchString(text) && !strings.Contains(text, "?")
}

var unneeded = pattern.Lazy(`(?i)\b(?:(?:otherwise|if not|else)\b[,:]? (?:\w+ )?(?:good ?-?bye|bye|wish you|thank you|thanks|ignore|have a|take care|we['’]?(?:re| are) (?:done|all set|good)|you['’]?(?:re| are) (?:done|all set|good)|you (?:can|may) ignore|(?:no|nothing)\b)` +
	`|(?:no|without) (?:further |other )?(?:reply|response|answer|action) (?:is |are )?(?:needed|required|necessary)|(?:no need|(?:you )?(?:do not|don['’]?t) (?:need|have)) to (?:reply|respond|answer|do anything)|nothing (?:else|more|further) (?:is |to )?(?:needed|required|do)` +
	`|no (?:es necesario|hace falta|necesita) responder|de lo contrario,? (?:adi[óo]s|ignore)|não (?:é necessário|precisa) responder|(?:sinon|autrement),? (?:au revoir|ignorez)|ansonsten (?:auf wiederh[öo]ren|tsch[üu]ss))`)

// Leaves reports whether a text takes leave of a caller.
func Leaves(text string) bool {
	return words.HoldsAny(text, "bye", "thank you for calling", "thanks for calling", "have a ", "adiós",
		"gracias por llamar", "hasta luego", "tchau", "obrigado por ligar", "wiederhören", "danke für ihren anruf",
		"au revoir", "merci de votre appel")
}

// Parts reports whether a text ends with thanks or a goodbye: "Leave a message. Thank you."
func Parts(text string) bool {
	const longest = 60 // bytes of such an end
	text = strings.TrimRight(text, ".!?\"') \t\r\n")
	if len(text) > longest {
		text = text[len(text)-longest:]
		text = text[strings.IndexByte(text, ' ')+1:]
	}
	return farewell.MatchString(text)
}

var farewell = pattern.Lazy(`(?i)(?:^|[\s.,!?¡;:-])(?:thank you|thanks|good ?bye|bye|muchas gracias|gracias|adi[óo]s|obrigad[oa]|tchau|merci|au revoir|vielen dank|danke|auf wiederhören|tschüss|grazie|arrivederci)\b[^.!?]{0,30}[.!?\s"')]*$`)

// SaysMoreThanBye reports whether a text has a sentence that neither thanks nor takes leave.
func SaysMoreThanBye(text string) bool {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".!?;\n", r) }) {
		if strings.TrimSpace(sentence) != "" && !Leaves(sentence) && !Parts(sentence) {
			return true
		}
	}
	return false
}

// Furthers reports whether a text tells what to do, or what comes.
func Furthers(text string) bool { return furthers.MatchString(text) }

var furthers = pattern.Lazy(`(?i)\b(?:again|retry|try|call|text|reply|send|contact|visit|later|we(?:['’]ll| will)|ending|end(?:ed)?|hang(?:ing)? up|transfer\w*|connect\w*|nuevo|nuevamente|intente|llame|vuelva|escrib[ae]|envíe|novamente|tente|ligue|erneut|versuchen|rufen|réessayez|rappelez)\b`)

// OnlyParts reports whether a text begins with words with which one parts, and announces nothing.
func OnlyParts(text string) bool { return onlyParts.MatchString(text) }

var onlyParts = pattern.Lazy(`(?i)^\W*(?:thank you|thanks|many thanks|goodbye|bye|have a|muchas gracias|gracias|adi[óo]s|muito obrigad[oa]|obrigad[oa]|tchau|merci|au revoir|vielen dank|danke|tschüss|auf wiederhören)\b[^:]*$`)
