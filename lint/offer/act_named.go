package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// An Act is what becomes of a thing that was agreed on.
type Act uint8

// What may become of it.
const (
	NoAct   Act = iota // nothing that can be told
	Books              // it stands from now on: booked, confirmed, made
	Cancels            // it ends
)

// ActIn returns what becomes of a thing by a part of an address, or by a value that says what to do or how it
// stands; NoAct also for several, and for what belongs to such an act: a reason, a code, a policy.
func ActIn(text string) Act {
	if !mayAct.In(text) {
		return NoAct
	}
	in := words.In(text)
	if words.Overlap(in, otherActs) || words.Overlap(in, leavingActs) || words.Overlap(in, besidesActs) {
		return NoAct
	}
	books := words.Overlap(in, bookingActs) || words.Overlap(in, nowStands) ||
		words.Overlap(in, makingActs) && words.Overlap(in, agreedThings)
	switch cancels := mayEnd.In(text); {
	case cancels == books:
		return NoAct
	case cancels:
		return Cancels
	}
	return Books
}

// ActOfPath returns the act that the path of an address, or its query, names: of .../bookings/5/cancel, and of
// ?action=cancel. Liquid in it is passed over.
func ActOfPath(url string) (said string, act Act) {
	if !mayAct.In(url) {
		return "", NoAct
	}
	url, query, _ := strings.Cut(outputs.ReplaceAllString(url, "0"), "?")
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	_, path, _ := strings.Cut(url, "/")
	if act = ActIn(path); act != NoAct {
		said = "/" + path
	}
	for _, pair := range strings.Split(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if !SaysAct(key) {
			continue
		}
		switch other := ActIn(value); {
		case other == NoAct:
		case act != NoAct && act != other:
			return "", NoAct
		default:
			said, act = pair, other
		}
	}
	return said, act
}

var outputs = pattern.Lazy(`\{\{[^{}]*\}\}`)

// SaysAct reports whether a value of this name says what is to be done, or how the thing stands then.
func SaysAct(key string) bool {
	in := words.In(key)
	last := len(in) - 1
	return last >= 0 && slices.Contains(actKeys, in[last]) && !words.Overlap(in[:last], otherActs) &&
		!words.Overlap(in[:last], besidesActs)
}

var (
	mayAct = words.AnyOf("confirm", "book", "reserv", "sched", "agend", "buch", "termin", "bestät", "crea", "cria", "make", "add", "new", "cancel", "delet", "remov", "anul", "annul", "storn",
		"absag", "lösch", "suppr", "decline", "reject", "bevestig", "prenot", "conferm", "disd")
	actKeys = []string{"action", "operation", "op", "event", "status", "state", "intent", "command", "cmd", "task", "verb", "decision", "type",
		"accion", "acción", "acao", "ação", "aktion", "azione", "actie", "estado", "statut", "stato", "operacion", "operación"}
	nowStands = []string{"confirmed", "booked", "reserved", "scheduled", "schedule", "confirmada", "confirmado", "reservada", "reservado", "agendada", "agendado",
		"bestätigt", "bestätigen", "gebucht", "confirmé", "confirmée", "réservé", "confermare", "confermato", "prenotare", "prenotato", "bevestigen", "bevestigd", "boeken"}
	makingActs   = []string{"create", "make", "add", "new", "crear", "criar", "créer", "anlegen", "erstellen", "creare"}
	agreedThings = []string{"appointment", "appointments", "booking", "bookings", "reservation", "reservations", "cita", "citas", "reserva", "reservas", "turno", "consulta", "consultas",
		"termin", "termine", "buchung", "rendezvous", "réservation", "prenotazione", "appuntamento", "afspraak"}
	besidesActs = []string{"status", "state", "policy", "reason", "reasons", "fee", "fees", "info", "token", "code", "email", "mail", "sms", "phone", "number", "list", "reminder", "reminders", "flow", "request", "requests",
		"address", "identity", "user", "account", "contact", "log", "notify", "notification", "send", "message", "text", "cart", "item", "file"}
)

// TellsCancelled is SaysCancelled for a text that says so in a word for cancelling.
func TellsCancelled(text string) bool { return cancelWords.In(text) && SaysCancelled(text) }

// TellsBooked is SaysBooked for a text that speaks of no request, which may be one to cancel.
func TellsBooked(text string) bool { return !requestWords.In(text) && SaysBooked(text) }

var (
	cancelWords  = words.AnyOf("cancel", "anul", "annul", "storn", "abgesagt", "disdet")
	requestWords = words.AnyOf("request", "solicit", "petici", "pedido", "demande", "anfrage", "richiest", "verzoek", "instead", "another", "other", "old", "stays", "remain")
)
