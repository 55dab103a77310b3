package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesEnd reports whether a word of a branch says that the execution is to end with it.
func NamesEnd(text string) bool { return purposeOfEnd().MatchString(text) }

var purposeOfEnd = pattern.Lazy(`(?i)hang|end(?:ed|call)?\b|end_|stop|skip|done|complet|finish|exit|quit|close|bye|machine|voicemail|fax|silen|ignore|drop|transferred|connected|answered|success|cancel|opt`)

// AsksForExtension reports whether a menu tells that a number may be entered, too.
func AsksForExtension(text string) bool { return extension().MatchString(text) }

var extension = pattern.Lazy(`(?i)\b(?:extension|party|enter|dial|extensi[óo]n|anexo|interno|ramal|durchwahl|nebenstelle|poste|numéro|ingrese|digite|marque)\b`)

// SeemsToAsk reports whether a text has a sign of asking for an answer.
func SeemsToAsk(text string) bool { return asksSomething().MatchString(text) }

var asksSomething = pattern.Lazy(`[?？؟]|(?i)\b(reply|answer|enter|type|provide|share|tell|send|let us know)\b`)

// SpeaksOfMessage reports whether a prompt says that something is sent.
func SpeaksOfMessage(text string) bool { return offersMessage().MatchString(text) }

var offersMessage = pattern.Lazy(`(?i)\b(?:text|sms|e-?mail|link|send|sent|whats ?app|mensaje|enviar\w*|enlace|mensagem|nachricht|senden|lien|envoy\w+)\b`)

// Furthers reports whether a text tells what to do, or what comes.
func Furthers(text string) bool { return furthers().MatchString(text) }

var furthers = pattern.Lazy(`(?i)\b(?:again|retry|try|call|text|reply|send|contact|visit|later|we(?:['’]ll| will)|ending|end(?:ed)?|hang(?:ing)? up|transfer\w*|connect\w*|nuevo|nuevamente|intente|llame|vuelva|escrib[ae]|envíe|novamente|tente|ligue|erneut|versuchen|rufen|réessayez|rappelez)\b`)

// OnlyParts reports whether a text begins with words with which one parts, and announces nothing.
func OnlyParts(text string) bool { return onlyParts().MatchString(text) }

var onlyParts = pattern.Lazy(`(?i)^\W*(?:thank you|thanks|many thanks|goodbye|bye|have a|muchas gracias|gracias|adi[óo]s|muito obrigad[oa]|obrigad[oa]|tchau|merci|au revoir|vielen dank|danke|tschüss|auf wiederhören)\b[^:]*$`)

// IsKindOfPerson reports whether what stands for a name is a word for anybody: Chat User.
func IsKindOfPerson(name string) bool { return kindOfPerson().MatchString(name) }

var kindOfPerson = pattern.Lazy(`(?i)\b(?:customer|client|caller|user|guest|visitor|anonymous|unknown|chat|sms|text|message|whatsapp|web|phone|call|voice|inbound|incoming|lead|request|flex|task|agent|queue|support|sales|service|desk|bot|no|new|priority|messenger|facebook|cliente?|usuario|team|department|general|line|number)s?\b`)

// AsksWho reports whether the answer to a question may tell who a person is.
func AsksWho(text string) bool {
	return words.HoldsAny(text, "name", "mail", "phone", "number", "account", "code", "birth", "policy", "order", "member", "ident", "ticket", "nombre", "correo", "tel", "mero", "cuenta",
		"digo", "cpf", "dni", "rut", "dula", "docum", "nome", "conta", "numm", "konto", "kunden", "nom ", "compte", "who ", "id?", " id", "_id", "ssn", "address", "direcc", "endere", "adresse", "addr")
}
