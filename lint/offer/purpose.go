package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// Finishes reports whether a key is offered to end what is entered, by its purpose.
func Finishes(purpose string) bool { return finishes().MatchString(purpose) }

var finishes = pattern.Lazy(`(?i)\b(?:when|done|finish|end|after|followed|then|submit|confirm|complete|termin|final|fertig|abschlie|ende|quand|valid)`)

// Thing returns what an answer is offered for without the words that lead to it, and on to the next one: "cake" for
// "for cake and".
func Thing(purpose string) string {
	if at := leadsToThing().FindStringIndex(purpose); at != nil {
		purpose = purpose[at[1]:]
	}
	return strings.TrimRight(leadsOn().ReplaceAllString(purpose, ""), " ,")
}

var (
	leadsToThing = pattern.Lazy(`(?:^|.*?\b)for |^(?:para|por|pour|für|per) `)
	leadsOn      = pattern.Lazy(` (?:and|or|y|o|e|ou|et|und|oder)$`)
)

// ForPerson reports whether an answer is offered for somebody to speak to, by its purpose.
func ForPerson(purpose string) bool { return forPerson().MatchString(purpose) }

var forPerson = pattern.Lazy(`(?i)\b(?:speak|talk|agent|operator|representative|someone|somebody|person|human|hablar|asesor|operador|agente|sprechen|mitarbeiter|parler|conseiller|falar|atendente|representante|customer (?:service|care)\b|reception(?:ist)?\b|atenci[óo]n al cliente|kundendienst|berater|parlare|operatore)`)

// ForMessage reports whether an answer is offered to leave a message, by its purpose.
func ForMessage(purpose string) bool {
	return forMessage().MatchString(purpose) && !ForPerson(purpose)
}

var forMessage = pattern.Lazy(`(?i)\b(?:leave|record|dejar?|deje|grabar?|hinterlassen|laisser|deixar|gravar|lasciare|registrare)\b[^.!?\n]{0,30}\b(?:message|voice ?mail|mensaje|recado|mensagem|messaggio)\b|\bvoice ?mail\b|\bbuzón de voz\b|\bnachricht\b[^.!?\n]{0,20}\bhinterlassen\b`)
