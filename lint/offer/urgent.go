package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesUrgent reports whether a name has a word for what does not wait, or for somebody who does not.
func NamesUrgent(name string) bool {
	if !urgentStems.In(name) {
		return false
	}
	all := words.In(name)
	at := slices.IndexFunc(all, func(word string) bool { return slices.Contains(urgent, word) })
	if at < 0 || slices.ContainsFunc(all, func(word string) bool { return word == "non" || word == "not" || word == "no" || word == "nicht" }) {
		return false
	}
	return !slices.ContainsFunc(all[at+1:], func(word string) bool { return !slices.Contains(besideUrgent, word) && Count(word) < 0 })
}

// SaysNotUrgent reports whether attributes of a task say that it can wait: "non-urgent callback".
func SaysNotUrgent(attributes string) bool {
	return urgentStems.In(attributes) && notUrgent.MatchString(attributes)
}

// MarksUrgent reports whether attributes of a task say that it is urgent: "vip": true.
func MarksUrgent(attributes string) bool {
	return urgentStems.In(attributes) && urgentMark.MatchString(attributes)
}

var (
	urgentStems = words.AnyOf("vip", "urgent", "emergenc", "urgenc", "urgênc", "notfall", "dringend", "eilig")
	urgent      = []string{"vip", "urgent", "emergency", "urgente", "emergencia", "urgencia", "urgência", "emergência", "notfall", "dringend", "eilig", "urgence"}
	// besideUrgent are the words that may come after: vip_lounge_hours is not for somebody who does not wait.
	besideUrgent = []string{"call", "calls", "caller", "callers", "customer", "customers", "client", "clients", "queue", "task", "tasks", "flex", "line", "desk", "support", "team", "agent", "agents", "transfer", "send", "to", "case", "cases", "request", "requests", "ticket", "tickets", "patient", "patients", "member", "members", "route", "cola", "fila", "cliente", "clientes", "llamada", "chamada", "anruf", "kunde", "kunden", "client", "appel"}
	notUrgent    = pattern.Lazy(`(?i)\b(?:non|not|no|nicht|kein|pas|não|nao)[ _-]?(?:an? )?(?:vip|urgen\w*|emergenc\w*|dringend|notfall|eilig)`)
	urgentMark   = pattern.Lazy(`(?i)"(?:is_?)?(?:vip|urgent|emergency|urgente|emergencia|urgencia|notfall|dringend|urgence)"\s*:\s*(?:true|"true"|"yes"|1\b)`)
)
