package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysBooked reports whether a text tells that something stands now, as after a booking, and speaks of no end of
// it: "your appointment is confirmed".
func SaysBooked(text string) bool {
	return booked.MatchString(text) && !mayEnd.In(text) && !undone.MatchString(text) && !notDone.MatchString(text)
}

// SaysCancelled reports whether a text tells that something was cancelled, and of nothing that stands.
func SaysCancelled(text string) bool {
	return cancelled.MatchString(text) && !mayStandNow.In(text) && !undone.MatchString(text) &&
		!notDone.MatchString(text)
}

// NamesCancelling reports whether a step is named after the end of something, and after nothing else.
func NamesCancelling(name string) bool {
	return mayEnd.In(name) && !slices.ContainsFunc(words.In(name),
		func(word string) bool { return slices.Contains(bookingActs, word) || slices.Contains(otherActs, word) })
}

// NamesLeaving reports whether a step is named after how a person leaves or is left out: opt_out, release_spot.
func NamesLeaving(name string) bool {
	return slices.ContainsFunc(words.In(name), func(word string) bool {
		return slices.Contains(leavingActs, word) || slices.Contains(releasingActs, word)
	})
}

// releasingActs are ends of what a person holds, beside those of mayEnd.
var releasingActs = []string{"release", "drop", "forfeit", "void", "expire", "withdraw", "deregister", "unregister", "liberar", "borrar", "eliminar", "quitar", "retirar", "entfernen", "freigeben", "libérer", "retirer"}

// NamesBooking reports whether a step is named after a booking or its confirmation, and no end of it.
func NamesBooking(name string) bool {
	if mayEnd.In(name) {
		return false
	}
	in := words.In(name)
	return words.Overlap(in, bookingActs) &&
		!words.Overlap(in, leavingActs)
}

// bookingActs are verbs for what makes something stand, as steps are named after; otherActs those of steps that do
// more than to end something, or end what stood before or in the way of it: an old slot, a hold; leavingActs are
// ends that a step confirms: confirm_opt_out.
var (
	bookingActs = []string{"confirm", "book", "rebook", "reserve", "confirmar", "reservar", "agendar", "buchen", "confirmer", "réserver"}
	otherActs   = []string{"change", "update", "reschedule", "replace", "or", "and", "check", "get", "is", "can",
		"old", "previous", "former", "prior", "existing", "duplicate", "duplicates", "waitlist", "wait", "waiting", "hold", "holds", "block", "blocks", "lock", "locks"}
	leavingActs = []string{"opt", "out", "optout", "stop", "leave", "unlink"}
)

var (
	booked = pattern.Lazy(`(?i)\b(?:is|are|has been|have been|was|were|you['’]re|we have|we['’]ve)(?: (?:now|all|successfully|just))* (?:confirmed|booked|scheduled|reserved)\b` +
		`|\b(?:está|ha sido|queda|quedó|foi)(?: \pL+)? (?:confirmad|reservad|agendad|programad)[oa]s?\b|\b(?:est|a été)(?: bien)? (?:confirmé|réservé)(?:e\b|\B)|\b(?:ist|wurde)(?: \pL+){0,3} (?:bestätigt|gebucht|reserviert)\b` +
		`|(?:^|[^\pL])è (?:stat[oa] )?(?:confermat|prenotat)[oa](?:[^\pL]|$)|\bis (?:\pL+ ){0,2}(?:bevestigd|geboekt|gereserveerd)\b`)
	cancelled = pattern.Lazy(`(?i)\b(?:is|are|has been|have been|was|were|we have|we['’]ve)(?: (?:now|successfully|just))* (?:cancell?ed|deleted|removed)\b` +
		`|\b(?:está|ha sido|queda|quedó|foi)(?: \pL+)? (?:cancelad|anulad)[oa]s?\b|\b(?:est|a été)(?: bien)? (?:annulé|supprimé)(?:e\b|\B)|\b(?:ist|wurde)(?: \pL+){0,3} (?:storniert|abgesagt|gelöscht)\b` +
		`|(?:^|[^\pL])è (?:stat[oa] )?(?:annullat|cancellat|disdett)[oa](?:[^\pL]|$)|\bis (?:\pL+ ){0,2}(?:geannuleerd|afgezegd)\b`)
	mayEnd      = words.AnyOf("cancel", "delet", "remov", "anul", "annul", "storn", "absag", "abgesagt", "lösch", "suppr", "unsub", "decline", "reject", "disdet", "afgezegd", "opgezegd")
	mayStandNow = words.AnyOf("confirm", "book", "schedul", "reserv", "agend", "chang", "updat", "replac", "new ", "bestät", "buch", "add", "fee", "refund", "conferm", "prenot", "bevestig", "geboekt")
)
