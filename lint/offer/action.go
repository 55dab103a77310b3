package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
)

// Action returns the verb, in small letters, when an answer is offered for something that is done:
// "to cancel my order", "Repetir minha última compra"; "" when it is not.
func (o Offer) Action() string {
	if m := action.FindStringSubmatch(o.Purpose()); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

var action = pattern.Lazy(`(?i)^[^\pL]*(?:(?:for|to|para|pour|um|i (?:want|would like) to|quero|quiero) )?(?:(?:a|an|the|your|my|su|sua|meu|minha|mi|la|el) )?` +
	`(pay|reorder|repeat|order|confirm|delete|remove|cancel|change|buy|book|reschedule|schedule|make|update|track|return|transfer|activate|report|request|` +
	`confirmar|eliminar|borrar|excluir|pagar|repetir|pedir|cancelar|cambiar|comprar|reservar|reprogramar|agendar|actualizar|activar|reportar|solicitar|devolver|alterar|trocar|marcar|remarcar|reagendar|atualizar|ativar|rastrear|` +
	`payer|commander|confirmer|supprimer|annuler|changer|acheter|réserver|bezahlen|bestellen|bestätigen|löschen|stornieren|ändern|buchen|confermare|annullare|pagare|cancellare|prenotare)\b`)

// Obtains reports whether an action is one of those by which people come to have something new, for which
// there are several words: to book, to make, to schedule an appointment.
func Obtains(action string) bool { return slices.Contains(obtains, action) }

var obtains = []string{
	"book", "schedule", "make", "request", "order", "buy", "reservar", "prenotare", "agendar", "pedir", "solicitar", "comprar", "marcar", "buchen", "bestellen",
	"réserver", "commander", "acheter",
}

// Commits reports whether an action is one that nobody wants done unasked: to pay, to cancel, to book.
func Commits(action string) bool { return Obtains(action) || slices.Contains(commits, action) }

var commits = []string{
	"pay", "reorder", "cancel", "change", "reschedule", "activate", "pagar", "cancelar", "cambiar", "reprogramar", "activar", "alterar", "trocar", "remarcar",
	"reagendar", "ativar", "confirm", "confirmar", "confirmer", "confermare", "bestätigen", "delete", "remove", "eliminar", "borrar", "excluir", "supprimer", "löschen",
	"pagare", "annullare", "cancellare", "payer", "annuler", "changer", "bezahlen", "stornieren", "ändern",
}
