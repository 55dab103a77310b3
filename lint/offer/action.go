package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// Action returns the verb, in small letters, when an answer is offered for something that is done:
// "to cancel my order", "Repetir minha última compra"; "" when it is not.
func (o Offer) Action() string {
	if m := action().FindStringSubmatch(o.Purpose()); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

var action = pattern.Lazy(`(?i)^[^\pL]*(?:(?:for|to|para|pour|um|i (?:want|would like) to|quero|quiero) )?(?:(?:a|an|the|your|my|su|sua|meu|minha|mi|la|el) )?` +
	`(pay|reorder|repeat|order|cancel|change|buy|book|reschedule|schedule|make|update|track|return|transfer|activate|report|request|` +
	`pagar|repetir|pedir|cancelar|cambiar|comprar|reservar|reprogramar|agendar|actualizar|activar|reportar|solicitar|devolver|alterar|trocar|marcar|remarcar|reagendar|atualizar|ativar|rastrear|` +
	`payer|commander|annuler|changer|acheter|réserver|bezahlen|bestellen|stornieren|ändern|buchen)\b`)
