package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// NamesTruth reports whether a member of an answer is named after what holds or does not, and so is true or false:
// isOpen, has_debts, available, ouvert. A name that goes on after it, as open_until, is one for something else.
func NamesTruth(name string) bool {
	in := words.In(name)
	switch {
	case len(in) == 0:
		return false
	case len(in) == 1:
		return slices.Contains(truths, in[0])
	case slices.Contains(beyondTruth, in[len(in)-1]):
		return false
	}
	return slices.Contains(askingIf, in[0]) && isBegun(name, in[0])
}

// isBegun reports whether a name begins with a word of its own: is of isOpen and of is_open, not of island.
func isBegun(name, word string) bool {
	rest := strings.TrimLeft(name, "_")[len(word):]
	return rest != "" && (rest[0] == '_' || rest[0] == '-' || 'A' <= rest[0] && rest[0] <= 'Z')
}

var (
	askingIf    = []string{"is", "has", "can", "are", "was", "should"}
	beyondTruth = []string{"since", "until", "till", "at", "on", "by", "from", "date", "time", "reason", "message", "text", "name", "count", "number", "id"}
	truths      = []string{"open", "valid", "invalid", "available", "unavailable", "eligible", "ineligible", "exists", "found", "enabled", "disabled", "active", "inactive", "authenticated", "authorized", "authorised",
		"registered", "abierto", "abierta", "cerrado", "cerrada", "existe", "disponible", "disponibles", "aberto", "aberta", "fechado", "fechada", "disponivel", "disponível", "ouvert", "ouverte",
		"fermé", "ferme", "fermée", "geöffnet", "geoeffnet", "offen", "geschlossen", "verfügbar", "verfuegbar", "aperto", "aperta", "chiuso", "chiusa", "disponibile", "activo", "ativo", "aktiv", "actif"}
)
