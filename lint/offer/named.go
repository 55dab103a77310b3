package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesStructure reports whether a field is named after something that may hold more than a text.
func NamesStructure(name string) bool { return structured.MatchString(name) }

var structured = pattern.Lazy(`(?i)attributes|add_?ons|media|json|data|flow|payload|event`)

// NamesSentences reports whether a member is named after sentences, which may hold quotes and lines.
func NamesSentences(name string) bool { return sentences.MatchString(name) }

var sentences = pattern.Lazy(`^(?i:(?:\w*_)?(?:message|msg|text|content|answer|summary|transcript|transcription|comments?|notes?|description|reason|feedback|question|body|mensaje|mensagem|resumen|resumo|descripcion|comentarios?))$`)

// NamesFreeText reports whether a member is named after what holds blanks and signs: what a machine is
// called by is none.
func NamesFreeText(name string) bool { return freeText.MatchString(name) }

var freeText = pattern.Lazy(`^(?:(?:(?:first|last|full|given|family|customer|contact|client|patient|display|company|business|city|street|store|product)[_-]?)?(?i:name)|(?i:.*(?:title|description|comments?|notes|subject|reason|city|street))|(?i:(?:street|home|postal|mailing|delivery|shipping|billing)?_?address))$`)

// TellsOfError reports whether a name is one for what a service says of a failure.
func TellsOfError(name string) bool {
	return words.HoldsAny(name, "err", "messag", "msg", "detail", "reason", "code", "status", "exception", "fault", "mensaje", "mensagem", "erro")
}

// NamesCode reports whether a name is one for what a service runs: a formula, a query.
func NamesCode(name string) bool { return namesCode.MatchString(name) }

var namesCode = pattern.Lazy(`(?i)formula|filter|quer(?:y|ies)|expr|jql|sql|where|sort|order|code|script|function|callback|command|^q$|pattern|regex|template`)

// NamesText reports whether a name is one for a text that a service has written to be read.
func NamesText(name string) bool {
	return words.HoldsAny(name, "text", "reply", "respon", "answer", "body", "content", "speech", "prompt", "say",
		"respuesta", "resposta", "texto", "output", "result", "caption", "summary")
}

// NamesRefusal reports whether a name is one for a step that keeps a no.
func NamesRefusal(name string) bool { return refusals.MatchString(name) }

var refusals = pattern.Lazy(`(?i)declin|refus|reject|denie[ds]|opt(?:ed)?[_-]?out|not?[_-]?consent|not[_-]?interested|rechaz|recus`)

// NamesQuestion reports whether a name is one for what was said to a person, as beside the answer.
func NamesQuestion(name string) bool {
	return words.HoldsAny(name, "question", "prompt", "text", "message", "msg", "sent", "asked", "outbound",
		"pregunta", "pergunta", "frage", "mensaje", "mensagem", "bot", "said")
}

// NamesPersonsNumber reports whether a name is one for the telephone number of a person and of nobody else:
// customer_phone. It holds a word for either.
func NamesPersonsNumber(name string) bool {
	in := words.In(name)
	has := func(list ...string) bool {
		return words.Overlap(in, list)
	}
	phone := has("phone", "mobile", "cell", "number", "telefono", "celular", "telefone", "telefon", "tel", "handy", "msisdn", "whatsapp", "phonenumber")
	who := has("customer", "caller", "client", "patient", "guest", "contact", "member", "user", "cliente", "paciente", "kunde", "patienten")
	return MayNamePersonsNumber(name) && phone && who
}

// MayNamePersonsNumber reports whether a name may be one for the telephone number of a person: phone, customer;
// that of a place or a line is told by another word: store_phone.
func MayNamePersonsNumber(name string) bool {
	return words.HoldsAny(name, "phone", "mobile", "caller", "customer", "client", "patient", "guest", "contact",
		"member", "telefono", "celular", "telefone", "telefon", "user", "msisdn", "whatsapp") &&
		!slices.Contains(words.In(name), "to") && !words.HoldsAny(name, "store", "shop", "dealer", "line", "twilio",
		"agent", "our", "office", "called", "business", "company", "tenant", "service", "from_number", "sender")
}

// NamesBusinessNumber reports whether a name is one for the telephone number of the flow's side: twilio_number,
// business_phone; surely says that nobody who writes or calls would have such a number of their own.
func NamesBusinessNumber(name string) (is, surely bool) {
	in := words.In(name)
	switch {
	case words.Overlap(in, []string{"dnis"}):
		return true, true
	case !words.Overlap(in, numbersNamed) || words.Overlap(in, peopleNamed),
		words.Overlap(in, []string{"to", "from"}):
		return false, false
	case words.Overlap(in, []string{"twilio", "our", "called", "dialed", "dialled", "hotline"}):
		return true, true
	}
	return words.Overlap(in, businesses), false
}

var (
	numbersNamed = []string{"phone", "number", "telefono", "telefone", "telefon", "nummer", "numero", "phonenumber"}
	businesses   = []string{"business", "company", "store", "shop", "office", "clinic", "firma", "empresa", "negocio", "loja", "tienda"}
	peopleNamed  = []string{"customer", "customers", "caller", "callers", "client", "clients", "patient", "patients", "contact", "contacts", "guest", "guests", "member", "members",
		"user", "users", "cliente", "clientes", "paciente", "pacientes", "kunde", "kunden", "patienten"}
)

// NamesPeople reports whether a name, or a part of an address, is one for people who write or call: customers; surely says
// that those are no businesses that have a line of their own, as clients may be.
func NamesPeople(name string) (is, surely bool) {
	in := words.In(name)
	return words.Overlap(in, peopleNamed), words.Overlap(in, []string{"caller", "callers", "patient", "patients",
		"guest", "guests", "contact", "contacts", "paciente", "pacientes", "patienten"})
}
