package words

import (
	"slices"
	"strings"
)

// opposites are words for a thing and for its contrary, as answers and states are called, beside those for yes and no.
var opposites = [][2]string{
	{"y", "n"}, {"true", "false"}, {"open", "closed"}, {"open", "close"}, {"opened", "closed"}, {"success", "failure"}, {"success", "failed"}, {"success", "fail"},
	{"success", "error"}, {"ok", "error"}, {"valid", "invalid"}, {"active", "inactive"}, {"enabled", "disabled"}, {"available", "unavailable"},
	{"approved", "rejected"}, {"approved", "denied"}, {"accepted", "rejected"}, {"accepted", "declined"}, {"accept", "decline"}, {"online", "offline"}, {"found", "missing"},
	{"abierto", "cerrado"}, {"verdadero", "falso"},
	{"aberto", "fechado"},
	{"ouvert", "fermé"}, {"vrai", "faux"},
	{"offen", "geschlossen"},
}

// AreOpposites reports whether two words, whatever the case of their letters, are each other's
// contrary: open and closed.
func AreOpposites(a, b string) bool {
	for _, pair := range opposites {
		if strings.EqualFold(pair[0], a) && strings.EqualFold(pair[1], b) ||
			strings.EqualFold(pair[0], b) && strings.EqualFold(pair[1], a) {
			return true
		}
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	return inDecisions(func(d *Decision) bool {
		return slices.Contains(d.Yes, a) && slices.Contains(d.No, b) ||
			slices.Contains(d.Yes, b) && slices.Contains(d.No, a)
	})
}

// isAction reports whether a word in small letters, of the opposites, also names something that is done, or is the
// answer to a question, of which nobody knows what was asked.
func isAction(word string) bool {
	return IsPlainYes(word) || IsPlainNo(word) || slices.Contains(actions, word)
}

var actions = []string{"true", "false", "close", "ok", "accept", "decline", "fail"}

// StateAgainst returns the word among some for the contrary of a state, "" for none: closed of open.
func StateAgainst(state string, among []string) string {
	if isAction(state) {
		return ""
	}
	for _, other := range among {
		if !isAction(other) && AreOpposites(state, other) {
			return other
		}
	}
	return ""
}

// refusals and assents are what a person says who does not want something any more, or does, and
// what is then kept of it.
var (
	refusals = []string{"cancel", "cancelled", "canceled", "cancellation", "decline", "declined", "reject", "rejected", "refuse", "refused",
		"cancelar", "cancelado", "cancelada", "rechazar", "rechazado", "rechazada", "recusar", "recusado", "recusada", "anular",
		"annuler", "annulé", "annulée", "refuser", "refusé", "refusée", "absagen", "abgesagt", "stornieren", "storniert", "ablehnen", "abgelehnt"}
	assents = []string{"confirm", "confirmed", "confirmation", "accept", "accepted", "approve", "approved",
		"confirmar", "confirmado", "confirmada", "aceptar", "aceptado", "aceptada", "aceitar", "aceito", "aceita", "aprobar", "aprobado",
		"confirmer", "confirmé", "confirmée", "accepter", "accepté", "acceptée", "bestätigen", "bestätigt", "zusagen", "zugesagt", "annehmen", "angenommen"}
)

var stateWords = AnyOf("open", "close", "succe", "fail", "error", "valid", "activ", "abl", "appro", "reject", "den", "accept", "decl", "line", "found", "miss", "abier", "cerra", "verda", "fals", "abert", "fecha", "ouvert", "ferm", "vrai", "faux", "offen", "gesch")

// MayNameState is a cheap question: whether a name may hold a word that StateAgainst knows.
func MayNameState(name string) bool {
	return stateWords.In(name)
}

var mayRefuse = AnyOf("cancel", "decl", "reject", "refus", "recha", "recus", "anul", "annul", "absag", "abges", "storn", "ableh", "abgel")

// MayRefuse is a cheap question: whether a text may hold a refusal.
func MayRefuse(text string) bool {
	return mayRefuse.In(text)
}

// IsRefusal reports whether a word in lower case is one of somebody who does not want something.
func IsRefusal(word string) bool { return slices.Contains(refusals, word) }

// IsAssent reports whether a word in lower case is one of somebody who agrees.
func IsAssent(word string) bool { return slices.Contains(assents, word) }

// IsDenial reports whether a value, in small letters, is one with which a service says no.
func IsDenial(value string) bool { return slices.Contains(denials, value) }

var denials = []string{
	"no", "n", "false", "0", "none", "null", "not_found", "notfound", "not found", "unknown", "unregistered", "not_registered", "not registered", "denied", "rejected", "declined",
	"invalid", "inactive", "ineligible", "not_eligible", "unauthorized", "forbidden", "404", "401", "403", "nein", "não", "nao", "non", "falso", "falsch", "faux", "inválido", "ungültig",
}

// IsBadResult reports whether a value, in small letters, is one with which a service says that there is no such thing, or
// that it did not work.
func IsBadResult(value string) bool { return slices.Contains(badResults, value) }

var badResults = []string{
	"not_found", "notfound", "not found", "not-found", "no_encontrado", "nao_encontrado", "invalid", "failed", "failure", "fail", "error", "unauthorized", "forbidden", "ineligible", "not_eligible", "404", "401", "403", "500", "declined",
}
