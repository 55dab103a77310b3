package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Closes reports whether a text says that all is said unless a certain word is written: "reply
// AGENT to talk to us, otherwise goodbye".
func Closes(text string) bool {
	return unneeded().MatchString(text) || parting().MatchString(text) && !strings.Contains(text, "?")
}

var unneeded = pattern.Lazy(`(?i)\b(?:(?:otherwise|if not|else)\b[,:]? (?:\w+ )?(?:good ?-?bye|bye|ignore|have a|take care|we['’]?(?:re| are) (?:done|all set|good)|you['’]?(?:re| are) (?:done|all set|good)|you (?:can|may) ignore|(?:no|nothing)\b)` +
	`|(?:no|without) (?:further |other )?(?:reply|response|answer|action) (?:is |are )?(?:needed|required|necessary)|(?:no need|(?:you )?(?:do not|don['’]?t) (?:need|have)) to (?:reply|respond|answer|do anything)|nothing (?:else|more|further) (?:is |to )?(?:needed|required|do)` +
	`|no (?:es necesario|hace falta|necesita) responder|de lo contrario,? (?:adi[óo]s|ignore)|não (?:é necessário|precisa) responder|(?:sinon|autrement),? (?:au revoir|ignorez)|ansonsten (?:auf wiederh[öo]ren|tsch[üu]ss))`)

// Leaves reports whether a text takes leave of a caller.
func Leaves(text string) bool {
	return words.HoldsAny(text, "bye", "thank you for calling", "thanks for calling", "have a ", "adiós", "gracias por llamar", "hasta luego", "tchau", "obrigado por ligar", "wiederhören", "danke für ihren anruf", "au revoir", "merci de votre appel")
}
