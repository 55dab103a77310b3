package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Confirms reports whether a text tells a person that something was done: "your order is placed".
func Confirms(text string) bool { return confirming.Of(text) }

var confirming = words.NewMemory(func(text string) bool {
	return done.MatchString(text) && !undone.MatchString(text) && !onceDone.MatchString(text)
})

var (
	done     = pattern.Lazy(`(?i)\b(?:order|appointment|booking|reservation|request|payment|registration|ticket|pedido|cita|reserva|solicitud|pago|pagamento|agendamento)\b[^.!?\n]{0,20}\b(?:(?:is|was|has been|have been)\s+(?:\w+ )?(?:placed|confirmed|booked|saved|received|registered|scheduled|submitted|stored|accepted|created)|(?:ha sido|está|fue|foi|quedó) (?:confirmad[oa]|registrad[oa]|recibid[oa]|recebid[oa]|agendad[oa]))\b`)
	onceDone = pattern.Lazy(`(?i)\b(?:once|when|after|until|if|as soon as|cuando|si|quando|se|sobald|wenn|falls|quand|dès que) (?:your|the|su|tu|seu|sua|ihre?|deine?|votre)\b[^.!?\n]{0,40}(?:\b(?:(?:is|was|has been|ist|wurde|est|sea|estiver|for)\b|esté\B))`)
	undone   = pattern.Lazy(`(?i)\b(?:not|sorry|unable|cannot|fail(?:ed)?|error|problem|later|unfortunately|lo siento|no (?:pudimos|se ha|ha|fue)|não|erro)\b|n[’']t\b`)
)

// MayRegret reports whether a text says that something did not work, or leaves that open: "we are sorry", "if
// your card was declined".
func MayRegret(text string) bool { return undone.MatchString(text) || mayRegret.MatchString(text) }

var mayRegret = pattern.Lazy(`(?i)\b(?:declined|rejected|refused|if|again|another|whether|leider|nicht|fehlgeschlagen|abgelehnt|falls|désolées?|désolés|malheureusement|refusée|lamentamos|rechazad[oa]|recusad[oa]|si|se|wenn|no)\b|\b(?:désolé|refusé)\B|\?`)

// ConfirmsPayment reports whether a text thanks for a payment, or says that it was made.
func ConfirmsPayment(text string) bool {
	return words.HoldsAny(text, "pay", "paid", "pago", "pagam", "zahl", "paie", "charged") &&
		!undone.MatchString(text) && (paid.MatchString(text) || Confirms(text))
}

var paid = pattern.Lazy(`(?i)\b(?:thank you|thanks|gracias|obrigad[oa]|merci|danke|vielen dank)\b[^.!?\n]{0,20}\b(?:payment|pagos?|pagamento|paiement|zahlung)\b` +
	`|\bpayment (?:was |is |has been )?(?:successful(?:ly)?|complete[d]?|made|approved|accepted|went through|has gone through)\b|\b(?:has|have|was|is) been (?:paid|charged)\b` +
	`|\b(?:pago|pagamento) (?:fue|ha sido|foi) (?:exitos[oa]|aprobad[oa]|procesad[oa]|realizad[oa]|aprovad[oa])\b`)
