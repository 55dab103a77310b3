package words

import "strings"

// opposites are words for a thing and for its contrary, as answers and states are called.
var opposites = [][2]string{
	{"yes", "no"}, {"y", "n"}, {"true", "false"}, {"open", "closed"}, {"open", "close"}, {"opened", "closed"}, {"success", "failure"}, {"success", "failed"}, {"success", "fail"},
	{"success", "error"}, {"ok", "error"}, {"valid", "invalid"}, {"active", "inactive"}, {"enabled", "disabled"}, {"available", "unavailable"},
	{"approved", "rejected"}, {"approved", "denied"}, {"accepted", "rejected"}, {"accepted", "declined"}, {"accept", "decline"}, {"online", "offline"}, {"found", "missing"},
	{"si", "no"}, {"sí", "no"}, {"abierto", "cerrado"}, {"verdadero", "falso"},
	{"sim", "não"}, {"sim", "nao"}, {"aberto", "fechado"},
	{"oui", "non"}, {"ouvert", "fermé"}, {"vrai", "faux"},
	{"ja", "nein"}, {"ja", "nee"}, {"offen", "geschlossen"},
}

// AreOpposites reports whether two words, whatever the case of their letters, are each other's
// contrary: open and closed.
func AreOpposites(a, b string) bool {
	for _, pair := range opposites {
		if strings.EqualFold(pair[0], a) && strings.EqualFold(pair[1], b) || strings.EqualFold(pair[0], b) && strings.EqualFold(pair[1], a) {
			return true
		}
	}
	return false
}
