package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Finishes reports whether a key is offered to end what is entered, by its purpose.
func Finishes(purpose string) bool { return finishes().MatchString(purpose) }

var finishes = pattern.Lazy(`(?i)\b(?:when|done|finish|end|after|followed|then|submit|confirm|complete|termin|final|fertig|abschlie|ende|quand|valid)`)

// ForPerson reports whether an answer is offered for somebody to speak to, by its purpose.
func ForPerson(purpose string) bool { return forPerson().MatchString(purpose) }

var forPerson = pattern.Lazy(`(?i)\b(?:speak|talk|agent|operator|representative|someone|somebody|person|human|hablar|asesor|operador|agente|sprechen|mitarbeiter|parler|conseiller)`)

// ForMessage reports whether an answer is offered to leave a message, by its purpose.
func ForMessage(purpose string) bool {
	return forMessage().MatchString(purpose) && !ForPerson(purpose)
}

var forMessage = pattern.Lazy(`(?i)\b(?:leave|record|dejar?|deje|grabar?|hinterlassen|laisser|deixar|gravar)\b[^.!?\n]{0,30}\b(?:message|voice ?mail|mensaje|recado|mensagem)\b|\bvoice ?mail\b|\bbuzón de voz\b|\bnachricht\b[^.!?\n]{0,20}\bhinterlassen\b`)

// NamesRefusal reports whether a name is one for a step that keeps a no.
func NamesRefusal(name string) bool { return refusals().MatchString(name) }

var refusals = pattern.Lazy(`(?i)declin|refus|reject|denie[ds]|opt(?:ed)?[_-]?out|not?[_-]?consent|not[_-]?interested|rechaz|recus`)

// NamesQuestion reports whether a name is one for what was said to a person, as beside the answer.
func NamesQuestion(name string) bool {
	return words.HoldsAny(name, "question", "prompt", "text", "message", "msg", "sent", "asked", "outbound", "pregunta", "pergunta", "frage", "mensaje", "mensagem", "bot", "said")
}

// NamesCustomer reports whether a name is one for the number of a person, and not for that of a place
// or a line.
func NamesCustomer(name string) bool {
	return words.HoldsAny(name, "phone", "mobile", "caller", "customer", "client", "patient", "guest", "contact", "member", "telefono", "celular", "telefone", "telefon", "user", "msisdn", "whatsapp") &&
		!slices.Contains(words.In(name), "to") && !words.HoldsAny(name, "store", "shop", "dealer", "line", "twilio", "agent", "our", "office", "called", "business", "company", "tenant", "service", "from_number", "sender")
}
