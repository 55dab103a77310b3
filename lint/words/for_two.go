package words

import "slices"

// AreForTwo reports whether two names of values are for two things: each has a word that the other lacks, and these are
// neither two names for whoever somebody is, nor for what somebody says, nor the two ends of a span or a trip.
func AreForTwo(a, b string) bool {
	one, other := without(In(a), In(b)), without(In(b), In(a))
	if len(one) == 0 || len(other) == 0 || SameLetters(a, b) || IsSlip(a, b) {
		return false
	}
	return !slices.ContainsFunc(sameThings, func(list []string) bool {
		return isAmong(list, one) && isAmong(list, other)
	})
}

// without are those of some words that are not among others.
func without(some, others []string) []string {
	return slices.DeleteFunc(slices.Clone(some), func(word string) bool { return slices.Contains(others, word) })
}

// isAmong reports whether one of some words is in a list.
func isAmong(list, some []string) bool {
	return slices.ContainsFunc(some, func(word string) bool { return slices.Contains(list, word) })
}

// sameThings are lists of words for what may well be one thing.
var sameThings = [][]string{
	{ // whoever it is
		"id", "identity", "uid", "login", "email", "mail", "uuid", "sid", "user", "username", "customer",
		"client", "contact", "member", "caller", "call", "sender", "from", "to", "person", "account", "session",
		"conversation",
		"name", "key", "phone", "number", "tel", "telephone", "telefono", "teléfono", "telefon", "telefone",
		"celular", "mobile", "cell", "msisdn", "whatsapp", "sms", "address", "channel", "reply",
		"cliente", "usuario", "kunde", "klant", "nummer", "numero", "número", "recipient", "target",
		"destination", "friendly", "title", "label", "external", "unique", "direct", "contacto", "ani", "who",
		"by",
		"customers", "customername", "phonenumber",
	},
	{ // what somebody says
		"text", "message", "body", "content", "subject", "title", "summary", "description", "comment",
		"comments", "note", "notes", "reason", "problem", "question", "query", "details", "detail", "input",
		"answer", "reply", "response", "value", "utterance", "transcript", "speech", "choice", "selection",
		"option", "mensaje", "texto", "motivo", "nachricht", "betreff", "grund", "mensagem", "topic",
		"intent", "issue", "type", "kind", "category", "initial",
	},
	{
		"start", "end", "begin", "until", "since", "from", "to", "min", "max", "first", "last", "current",
		"previous", "original", "old", "new", "initial",
	},
	{"billing", "shipping", "delivery", "home", "work", "mailing", "invoice", "pickup", "dropoff"},
	{"lang", "language", "locale", "tongue", "idioma", "sprache", "langue", "lingua", "voice"},
	{
		"queue", "skill", "skills", "department", "team", "task", "service", "type", "topic", "intent", "reason",
		"category", "kind",
	},
	{"time", "date", "day", "timestamp", "created", "at", "when"},
}
