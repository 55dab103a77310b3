package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesCommitting reports whether a step is named after something that nobody wants done unasked, a payment, a booking,
// a deletion, and not after a look at it, or a part of it that is kept until it is confirmed.
func NamesCommitting(name string) bool {
	in := words.In(name)
	return words.Overlap(in, committing) && !words.Overlap(in, tentative)
}

// committing are verbs and nouns for what cannot be taken back; tentative those of steps before it.
var (
	committing = []string{"pay", "payment", "payments", "charge", "book", "booking", "bookings", "reserve", "cancel", "delete", "remove", "purchase", "buy", "checkout", "transfer", "refund", "unsubscribe",
		"pagar", "pago", "cobrar", "reservar", "agendar", "cancelar", "eliminar", "borrar", "comprar", "excluir", "apagar", "transferir",
		"zahlen", "buchen", "buchung", "stornieren", "löschen", "kaufen", "payer", "paiement", "réserver", "annuler", "supprimer", "acheter", "pagare", "prenotare", "annullare", "cancellare"}
	tentative = []string{"old", "previous", "expired", "stale", "duplicate", "duplicates", "cache", "get", "check", "find", "fetch", "look", "lookup", "search", "list", "validate", "verify", "quote", "estimate", "calculate", "preview", "prepare", "draft", "temp", "temporary", "pending", "hold", "can", "is",
		"status", "details", "info", "options", "slots", "times", "link", "intent", "session", "start", "init", "begin", "request", "consultar", "buscar", "verificar", "validar", "prüfen", "suchen", "vérifier", "chercher"}
)

// AsksToConfirm reports whether a text asks once more before something is done: "are you sure?", "is that correct?",
// "press 1 to confirm".
func AsksToConfirm(text string) bool {
	return AsksIfRight(text) || confirmStems.In(text) && asksToConfirm.MatchString(text)
}

var (
	confirmStems  = words.AnyOf("sure", "confirm", "want to", "proceed", "segur", "certeza", "sicher", "bestätig", "sûr", "sicur", "conferm")
	asksToConfirm = pattern.Lazy(`(?i)\bare you (?:really |quite )?sure\b|\bdo you (?:really )?(?:want|wish|confirm)\b[^.!\n]{0,80}\?|` +
		`\b(?:to|and) (?:confirm|proceed)\b|\bplease confirm\b|\bshall (?:i|we) (?:proceed|go ahead)\b|` +
		`\b(?:está|estás) segur[oa]\b|\btem certeza\b|\bpara confirmar\b|\bconfirma(?:s)?\b[^.!\n]{0,60}\?|` +
		`\bsind sie (?:sich )?sicher\b|\bum zu bestätigen\b|\bzum bestätigen\b|(?:\bvous êtes|\Bêtes-vous)` +
		` sûre?s?\b|\bpour confirmer\b|(?:\bsei|\Bè) sicur[oa]\b|\bper confermare\b`)
)

// NamesOrder reports whether a step, or the last part of an address, is named after an order that is placed: send_order,
// orders.
func NamesOrder(name string) bool {
	in := words.In(name)
	return words.Overlap(in, orders) && !words.Overlap(in, tentative)
}

var orders = []string{"order", "orders", "charge", "charges", "payments", "bookings", "reservations", "appointments", "pedido", "pedidos", "pedir", "encargar", "cobro", "cobros", "reservas", "citas",
	"bestellung", "bestellungen", "bestellen", "zahlungen", "buchungen", "commande", "commandes", "commander", "réservations", "paiements", "ordine", "ordini", "ordinare", "pagamenti", "prenotazioni", "encomenda", "encomendas"}
