package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Closes reports whether a text says that all is said unless a certain word is written: "reply
// AGENT to talk to us, otherwise goodbye".
func Closes(text string) bool {
	return unneeded.MatchString(text) || PartsOtherwise(text) ||
		parting.MatchString(text) && !strings.Contains(text, "?")
}

var unneeded = pattern.Lazy(`(?i)\b(?:(?:otherwise|if not|else)\b[,:]? (?:\w+ )?(?:good ?-?bye|bye|wish you|thank you|thanks|ignore|have a|take care|we['’]?(?:re| are) (?:done|all set|good)|you['’]?(?:re| are) (?:done|all set|good)|you (?:can|may) ignore|(?:no|nothing)\b)` +
	`|(?:no|without) (?:further |other )?(?:reply|response|answer|action) (?:is |are )?(?:needed|required|necessary)|(?:no need|(?:you )?(?:do not|don['’]?t) (?:need|have)) to (?:reply|respond|answer|do anything)|nothing (?:else|more|further) (?:is |to )?(?:needed|required|do)` +
	`|no (?:es necesario|hace falta|necesita) responder|de lo contrario,? (?:adi[óo]s|ignore)|não (?:é necessário|precisa) responder|(?:sinon|autrement),? (?:au revoir|ignorez)|ansonsten (?:auf wiederh[öo]ren|tsch[üu]ss))`)

// PartsOtherwise reports whether a text ends with what whoever wants none of its offers is to do or is told: "otherwise,
// goodbye", "or just hang up".
func PartsOtherwise(text string) bool { return mayPart.In(text) && partsOtherwise.MatchString(text) }

var (
	mayPart = pattern.AnyOf("bye", "hang up", "have a ", "wiederh", "wiederseh", "tsch", "auflegen", "legen sie", "tag", "au revoir", "raccroch", "bonne",
		"colgar", "cuelg", "adi", "hasta ", "tenga ", "desli", "até ", "tchau", "boa ", "bom ", "arrivederci", "riagganc", "buona ", "ophang", "hang ",
		"ziens", "dag", "thank", "gracias", "obrigad", "merci", "dank", "grazie")
	partsOtherwise = pattern.Lazy(`(?i)(?:\b(?:otherwise|if not|if you don['’]t|sonst|ansonsten|andernfalls|wenn nicht|falls nicht|sinon|autrement|dans le cas contraire|si no|de lo contrario|en caso contrario|caso contr[áa]rio|do contr[áa]rio|sen[ãa]o|se n[ãa]o|altrimenti|in caso contrario|se no|anders|zo niet|zo nee)\b[^?0-9\n]{0,60}` +
		`\b(?:good ?-?bye|bye|hang(?:ing)? up|have a|thank you|thanks|auf wiederh[öo]ren|auf wiedersehen|tsch[üu]ss|auflegen|legen sie|legste|sch[öo]nen tag|vielen dank|danke|au revoir|raccrocher|raccrochez|bonne|merci|colgar|cuelgue|cuelga|adi[óo]s|hasta|que tenga|gracias|desligar|desligue|at[ée] (?:logo|mais|breve)|tchau|boa|bom dia|obrigad[oa]|arrivederci|riagganci|riagganciare|riattacchi|buona|grazie|ophangen|hang op|tot ziens|fijne|prettige|goede ?dag|bedankt|dank u)\b` +
		`|\b(?:or|oder|ou|o|of) (?:(?:else|you|can|may|just|simply|sie|du|einfach|k[öo]nnen|vous|pouvez|simplement|puede|simplemente|solo|pode|simplesmente|pu[òo]|semplicemente|u|kunt|gewoon) ){0,4}(?:hang up|auflegen|legen sie (?:einfach )?auf|raccroche[rz]|cuelgue|cuelga|colgar|desligue|desligar|riagganci|riagganciare|riattacchi|ophangen|hang(?:t u)?(?: gewoon)? op)\b)[^0-9?]*$`)
)

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
func Furthers(text string) bool {
	return strings.Contains(text, "://") || strings.Contains(text, "@") || furthers.MatchString(text)
}

var furthers = pattern.Lazy(`(?i)\b(?:again|retry|try|call|text|reply|send|contact|visit|later|we(?:['’]ll| will)|ending|end(?:ed)?|hang(?:ing)? up|transfer\w*|connect\w*|nuevo|nuevamente|intente|llame|vuelva|escrib[ae]|envíe|novamente|tente|ligue|erneut|versuchen|rufen|réessayez|rappelez)\b`)

// OnlyParts reports whether a text begins with words with which one parts, and announces nothing.
func OnlyParts(text string) bool { return onlyParts.MatchString(text) }

var onlyParts = pattern.Lazy(`(?i)^\W*(?:thank you|thanks|many thanks|goodbye|bye|have a|muchas gracias|gracias|adi[óo]s|muito obrigad[oa]|obrigad[oa]|tchau|merci|au revoir|vielen dank|danke|tschüss|auf wiederhören)\b[^:]*$`)
