package offer

import "strings"

// NamesTaken reports whether a value says of a call that somebody took it; "completed" says no such thing of what it
// stands for.
func NamesTaken(value string) bool {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "answered", "connected", "reached", "talked", "spoken", "picked up", "picked_up", "taken", "contestada", "atendida", "atendido", "angenommen", "répondu":
		return true
	}
	return false
}

// NamesMissed reports whether a value says of a call that nobody took it.
func NamesMissed(value string) bool {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "missed", "unanswered", "not answered", "not_answered", "no-answer", "no_answer", "no answer", "noanswer",
		"busy", "perdida", "no contestada", "não atendida", "verpasst", "manqué":
		return true
	}
	return false
}
