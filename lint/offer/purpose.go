package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// Finishes reports whether a key is offered to end what is entered, by its purpose.
func Finishes(purpose string) bool { return finishes.MatchString(purpose) }

var finishes = pattern.Lazy(`(?i)\b(?:when|done|finish|end|after|followed|then|submit|confirm|complete|termin|final|fertig|abschlie|ende|quand|valid)`)

// Thing returns what an answer is offered for without the words that lead to it, and on to the next one: "cake" for
// "for cake and".
func Thing(purpose string) string {
	if at := leadsToThing.FindStringIndex(purpose); at != nil {
		purpose = purpose[at[1]:]
	}
	return strings.TrimRight(leadsOn.ReplaceAllString(purpose, ""), " ,")
}

var (
	leadsToThing = pattern.Lazy(`(?:^|.*?\b)for |^(?:to|para|por|pour|für|per) `)
	leadsOn      = pattern.Lazy(` (?:and|or|y|o|e|ou|et|und|oder)$`)
)

// ForPerson reports whether an answer is offered for somebody to speak to, by its purpose.
func ForPerson(purpose string) bool { return forPerson.MatchString(purpose) }

var forPerson = pattern.Lazy(`(?i)\b(?:speak|talk|agent|operator|representative|someone|somebody|person|human|hablar|asesor|operador|agente|sprechen|mitarbeiter|parler|conseiller|falar|atendente|representante|customer (?:service|care)\b|reception(?:ist)?\b|atenci[óo]n al cliente|kundendienst|berater|parlare|operatore)`)

// NamesAgent reports whether a text is nothing but what people say who want to speak to somebody: "agent", "talk to a human".
func NamesAgent(text string) bool { return len(text) < 48 && namesAgent.MatchString(text) }

var namesAgent = pattern.Lazy(`(?i)^\s*(?:(?:speak|talk|chat|connect)(?: me)?(?: to| with)? )?(?:(?:an?|the|our|live|real) )*(?:agent|human|human being|operator|representative|receptionist|agente|operador[ae]?|representante|mitarbeiter|conseiller|operatore)s?[\s.!]*$`)

// ForMessage reports whether an answer is offered to leave a message, by its purpose.
func ForMessage(purpose string) bool {
	return forMessage.MatchString(purpose) && !ForPerson(purpose)
}

var forMessage = pattern.Lazy(`(?i)\b(?:leave|record|dejar?|deje|grabar?|hinterlassen|laisser|deixar|gravar|lasciare|registrare)\b[^.!?\n]{0,30}\b(?:message|voice ?mail|mensaje|recado|mensagem|messaggio)\b|\bvoice ?mail\b|\bbuzón de voz\b|\bnachricht\b[^.!?\n]{0,20}\bhinterlassen\b`)

// Departs reports whether the answer is offered in order to leave what is asked: to go back, to a menu, to end, or for
// a person; not where that is for later on.
func (o Offer) Departs() bool {
	purpose := o.After
	if purpose == "" {
		purpose = o.Before
	}
	return departs.MatchString(purpose) && !afterwards.MatchString(o.Before+"\n"+o.After)
}

var (
	departs = pattern.Lazy(`(?i)\b(?:(?:(?:go|come|get|move|return|take you) back|back to|return to|previous|start(?:ing)? over|` +
		`leave(?: here| this| the (?:chat|menu|form|booking|survey))?\W*$|exit|quit|stop|abort|cancel|` +
		`hang up|end (?:this|the|our)|menus?|operators?|agents?|representative|receptionist|(?:speak|talk|` +
		`chat) (?:to|with)|(?:a|to our|our) (?:person|human|office|front desk|reception|staff)|volver|` +
		`regresar|salir|terminar|cancelar|operador[ae]?|agente|asesor|hablar con|zur[üu]ck|abbrechen|` +
		`abzubrechen|beenden|mitarbeiter|retour|revenir|quitter|annuler|op[ée]rateur|conseiller|voltar|sair|` +
		`atendente|falar com|tornare|uscire|annullare|operatore|parlare con)\b|parler (?:a\b|à\B))|\bmen[úü]|` +
		`\bhauptmen`)
	afterwards = pattern.Lazy(`(?i)\b(?:afterwards?|later|then|next time|any ?time|after (?:this|that)|danach|sp[äa]ter|nachher|jederzeit|luego|despu[ée]s|depois|mais tarde|ensuite|plus tard|dopo)\b`)
)
