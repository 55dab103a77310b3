package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysGood reports whether a text tells a person that all is well with what is theirs, and nothing else: "your
// membership is active", "your order has been shipped".
func SaysGood(text string) bool {
	return AffirmsNow(text) || inOrder.MatchString(text) && !another.MatchString(text) && !undone.MatchString(text)
}

var inOrder = pattern.Lazy(`(?i)\b(?:order|parcel|package|delivery|account|membership|subscription|policy|licen[cs]e|permit|card|bills?|invoices?|payments?|booking|application|request|ticket)s?\b[^.!?\n]{0,20}\b(?:is|are|was|has been|have been) (?:now |all |still )?(?:shipped|sent|delivered|active|activated|paid|ready|valid|complete|completed|done|approved|up to date)\b` +
	`|\b(?:pedido|paquete|cuenta|conta|suscripción|assinatura|membresía|factura|fatura|pago|pagamento|permiso|licença|reserva|solicitud)\b[^.!?\n]{0,20}(?:(?:\b(?:está|fue|ha sido|foi)|\Bé) (?:activ[oa]|ativ[oa]|enviad[oa]|entregad[oa]|entregue|pagad[oa]|pag[oa]|list[oa]|pront[oa]|aprobad[oa]|aprovad[oa])\b|\bestá al día\b)` +
	`|\b(?:bestellung|paket|konto|mitgliedschaft|abo|rechnung|genehmigung|karte|antrag)\b[^.!?\n]{0,20}\b(?:ist|wurde) (?:aktiv|versandt|verschickt|geliefert|bezahlt|fertig|bereit|gültig|genehmigt)\b` +
	`|\b(?:commande|colis|compte|abonnement|facture|carte|demande)\b[^.!?\n]{0,20}\b(?:est|a été) (?:acti[fv]e?|expédiée?|livrée?|payée?|prête?|valide|approuvée?)(?:\PL|$)`)

// IsBadState reports whether a word in lower case is one for a state in which a thing is no good: "expired". That a
// shop is closed, or a table taken, is no trouble of a person's own.
func IsBadState(word string) bool {
	return words.IsRefusal(word) || slices.Contains(badStates, word) ||
		slices.ContainsFunc(states, func(s State) bool { return s.Name != "open" && s.Name != "available" && slices.Contains(s.not, word) })
}

var badStates = []string{"expired", "inactive", "blocked", "suspended", "overdue", "unpaid", "revoked", "locked", "unknown", "not_found", "notfound",
	"vencido", "vencida", "caducado", "caducada", "inactivo", "inactiva", "inativo", "inativa", "bloqueado", "bloqueada", "expirado", "expirada", "suspendido", "suspenso",
	"abgelaufen", "gesperrt", "inaktiv", "expirée", "expiré", "bloqué", "bloquée", "suspendu"}
