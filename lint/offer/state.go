package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// A State is what a service says of something, as its answers are named after: that it was found, that it is
// valid, open, available.
type State struct {
	Name  string
	names []string // by which a field is called
	not   []string // for the contrary
	lacks func() *pattern.Expression
}

// StateNamed returns the state after which the field of an answer is named ("isOpen", "not_found"), whether it is
// named after the contrary, and false where it is named after none, or more.
func StateNamed(field string) (s *State, contrary, ok bool) {
	in := words.In(field)
	negated := false
	for _, word := range in {
		negated = negated || word == "not" || word == "no"
	}
	for i := range states {
		is, not := slices.ContainsFunc(in, func(word string) bool { return slices.Contains(states[i].names, word) }),
			slices.ContainsFunc(in, func(word string) bool { return slices.Contains(states[i].not, word) })
		switch {
		case !is && !not:
		case is && not || s != nil:
			return nil, false, false
		default:
			s, contrary = &states[i], not != negated
		}
	}
	return s, contrary, s != nil
}

// Denied reports whether a text tells a person that it is not so.
func (s *State) Denied(text string) bool { return s.lacks().MatchString(text) }

var states = []State{
	{"found", []string{"found", "exists", "matched", "encontrado", "gefunden"}, []string{"missing"},
		pattern.Lazy(`(?i)\b(?:(?:could|can|did|do)(?: not|n['’]t)|cannot|unable to|not able to) (?:find|locate|see)\b|\bnot (?:be )?found\b|\bno (?:record|account|order|match|booking|appointment|reservation|customer)s?\b|\bno (?:se |la |lo )?(?:encontr|hallam)|\bnão (?:o |a )?encontr|introuvable|\bpas trouv|\bnicht (?:gefunden|finden)\b`)},
	{"valid", []string{"valid", "correct", "verified", "válido", "gültig"}, []string{"invalid", "incorrect", "wrong", "ungültig"},
		pattern.Lazy(`(?i)\b(?:invalid|incorrect|wrong)\b|\b(?:not|n['’]t) (?:(?:an? )?valid|correct|right|match|verified|verify)\b|\bno (?:es |son )?(?:v[áa]lid|correct)|\bincorrect[oa]|\binv[áa]lid|\bnão (?:é |está )?(?:v[áa]lid|corret)|\bpas (?:valide|correct)|ungültig|\bnicht (?:gültig|richtig|korrekt)\b|\bfalsch\b`)},
	{"open", []string{"open", "abierto", "aberto", "geöffnet", "ouvert"}, []string{"closed", "cerrado", "fechado", "geschlossen"},
		pattern.Lazy(`(?i)\b(?:we|office|store|shop|clinic|desk|restaurant|lines?|center|centre)(?: are|['’]re| is)? (?:currently |now |already )?closed\b|\bour offices? (?:is|are) closed|\b(?:estamos|est[áa]) (?:cerrad|fechad)|\bsommes fermé|\bhaben (?:\pL+ )?geschlossen\b|\bgeschlossen\b`)},
	{"available", []string{"available", "disponible", "disponível", "verfügbar"}, []string{"unavailable", "taken", "full"},
		pattern.Lazy(`(?i)\b(?:not|n['’]t|no longer) (?:\w+ )?available\b|\bunavailable\b|\bfully booked\b|\bsold out\b|\balready (?:taken|booked)\b|\bno (?:est[áa] |hay )?disponib|\bagotad|\bnão (?:está )?dispon|\besgotad|\bpas disponible|\bcomplet\b|\bnicht (?:verfügbar|frei)\b|\bausgebucht\b`)},
	{"eligible", []string{"eligible", "qualifies", "qualified", "approved", "elegible", "berechtigt"}, []string{"ineligible", "denied", "declined", "rejected"},
		pattern.Lazy(`(?i)\b(?:not|n['’]t) (?:\w+ )?(?:eligible|qualif\w+|approved?|entitled)\b|\bineligible\b|\b(?:was|were|been|is) (?:denied|declined|rejected)\b|\bno (?:es|eres|est[áa]) (?:elegible|aprobad)|\bnão (?:é|está) (?:eleg[íi]vel|aprovad)|\bpas (?:[ée]ligible|approuvé)|\bnicht berechtigt\b|\babgelehnt\b`)},
	{"successful", []string{"success", "succeeded", "successful", "ok", "éxito", "sucesso"}, []string{"failed", "error", "failure"},
		failedThen},
}
