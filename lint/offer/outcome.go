package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// IsSuccess reports whether a value says that something worked, whatever it was: success, ok, completed; and whether
// it says so of the step alone, not of a form or a talk that has come to its end.
func IsSuccess(value string) (is, ofStep bool) {
	value = strings.ToLower(strings.TrimSpace(value))
	ofStep = slices.Contains(successes, value)
	return ofStep || slices.Contains(ends, value), ofStep
}

// MayBeSuccess is a quick look for what IsSuccess and IsDone find, and for a yes of programs, anywhere in a text.
func MayBeSuccess(text string) bool { return anySuccess.In(text) }

var anySuccess = words.AnyOf(slices.Concat(successes, ends, doneWords, []string{"true", "yes"})...)

// IsDone reports whether a value, or a name, is a word for what has been done: saved, sent, gebucht.
func IsDone(value string) bool {
	return slices.Contains(doneWords, strings.ToLower(strings.TrimSpace(value)))
}

// IsDoneBy reports whether a word for what has been done, or for its outcome, is that of what a step is named after:
// saved of save_order, sent of send_receipt, booking of book.
func IsDoneBy(done, step string) bool {
	const stem = 3 // letters
	done = strings.ToLower(strings.TrimSpace(done))
	if verb := irregular[done]; verb != "" {
		done = verb
	}
	done = strings.TrimPrefix(done, "ge") // of German
	return len(done) >= stem && slices.ContainsFunc(words.In(step), func(word string) bool {
		word = strings.TrimSuffix(word, "e")
		return len(word) >= stem &&
			(strings.HasPrefix(done, word) || strings.HasPrefix(word, strings.TrimSuffix(done, "ed")))
	})
}

// SaysItFailed reports whether a value says that something did not work.
func SaysItFailed(value string) bool {
	value = strings.ToLower(strings.TrimSpace(value))
	return IsBadState(value) || words.IsFalse(value) || slices.ContainsFunc(words.In(value), func(word string) bool {
		return slices.Contains(failures, word) || slices.Contains(badSteps, word)
	})
}

var (
	successes = []string{"success", "successful", "succeeded", "ok", "éxito", "exito", "exitoso", "exitosa", "sucesso", "succès", "succes", "erfolg", "erfolgreich", "successo"}
	ends      = []string{"completed", "complete", "done", "completado", "completada", "concluído", "concluido", "terminado", "terminé", "erledigt", "abgeschlossen", "completato"}
	failures  = []string{"fail", "fails", "unsuccessful", "incomplete", "unsent", "unsaved", "unpaid", "undelivered", "pending", "error", "timeout", "fallido", "fallida", "falló", "falha", "falhou", "erro", "erreur", "échec", "echec", "fehler", "fehlgeschlagen", "errore", "fallito"}
	irregular = map[string]string{"sent": "send", "paid": "pay", "made": "make", "enviado": "enviar", "enviada": "enviar"}
	doneWords = []string{"saved", "stored", "sent", "delivered", "booked", "created", "confirmed", "paid", "submitted", "registered", "scheduled", "updated", "cancelled", "canceled",
		"reserved", "subscribed", "unsubscribed", "forwarded", "transferred", "processed", "charged", "refunded", "notified", "posted", "uploaded", "ordered", "placed",
		"guardado", "guardada", "enviado", "enviada", "pagado", "pagada", "agendado", "agendada", "confirmado", "confirmada", "registrado", "registrada", "creado", "creada",
		"reservado", "reservada", "cancelado", "cancelada", "actualizado", "salvo", "pago", "criado", "criada", "atualizado",
		"gespeichert", "gesendet", "gebucht", "bezahlt", "bestätigt", "angelegt", "storniert", "reserviert",
		"envoyé", "envoyée", "enregistré", "enregistrée", "payé", "payée", "réservé", "réservée", "confirmé", "confirmée", "créé", "créée", "annulé", "annulée",
		"salvato", "inviato", "pagato", "prenotato", "confermato", "creato"}
)
