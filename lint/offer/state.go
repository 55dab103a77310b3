package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// A State is what a service says of something, as its answers are named after: that it was found, that it is
// valid, open, available.
type State struct {
	Name  string
	names []string // by which a field is called
	not   []string // for the contrary
	lacks *pattern.Expression
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
		is, not := words.Overlap(in, states[i].names),
			words.Overlap(in, states[i].not)
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

// NamesInvalid reports whether a name says that something is not valid: invalid_code, numeroIncorrecto.
func NamesInvalid(name string) bool {
	s, contrary, ok := StateNamed(name)
	return ok && contrary && s.Name == validState
}

// validState is the name of the state of what is valid.
const validState = "valid"

// openState is that of who is there to be spoken to.
const openState = "open"

// NamesOpen reports whether the words of a name stand for that somebody is open at this hour, or for the contrary: isOpen,
// within_hours, after_hours.
func NamesOpen(in []string) (open, shut bool) {
	s, contrary, ok := StateNamed(strings.Join(in, "_"))
	if ok && s.Name == openState {
		return !contrary, contrary
	}
	if !words.Overlap(in, hourWords) || words.Overlap(in, []string{"not", "no"}) {
		return false, false
	}
	return words.Overlap(in, withinHours), words.Overlap(in, outsideHours)
}

var (
	hourWords = []string{"hours", "horario", "horário", "heures", "horaires", "zeiten", "zeit", "servicezeit",
		"orario"}
	withinHours  = []string{"in", "within", "during", "inside", "en", "dentro", "dans", "innerhalb"}
	outsideHours = []string{"after", "outside", "out", "off", "fuera", "fora", "hors", "außerhalb", "ausserhalb",
		"fuori"}
)

// Denied reports whether a text tells a person that it is not so.
func (s *State) Denied(text string) bool { return s.lacks.MatchString(text) }

// DeniedWholly reports whether all that a text tells a person is that it is not so: not when something is so, nor
// that it is so for one thing and not for another.
func (s *State) DeniedWholly(text string) bool {
	all := s.lacks.FindAllStringIndex(text, -1)
	if len(all) == 0 || whenever.MatchString(text) {
		return false
	}
	rest := text
	for i := len(all) - 1; i >= 0; i-- {
		if after := presently.ReplaceAllString(text[all[i][1]:], ""); s.Name != "found" && limiting.MatchString(after) || excepting.MatchString(after) {
			return false
		}
		rest = rest[:all[i][0]] + "/" + rest[all[i][1]:]
	}
	return !affirms.MatchString(rest)
}

// AffirmsNow reports whether a text tells a person something good, and nothing of what was or will be.
func AffirmsNow(text string) bool {
	return affirms.MatchString(text) && !another.MatchString(text)
}

var (
	whenever  = pattern.Lazy(`(?i)\b(?:if|unless|when|whenever|wenn|falls|sobald|cuando|quando|si|se|caso|quand|lorsque)\b`)
	limiting  = pattern.Lazy(`(?i)^[^.!?\n]*\b(?:on|at|for|in|to|with|before|until|from|auf|am|für|in|bei|mit|bis|en|para|con|hasta|em|no|na|com|pour|avec|dans|sur)\b`)
	presently = pattern.Lazy(`(?i)\b(?:at (?:the moment|this time|present)|for (?:today|now|the moment)|en este momento|neste momento|no momento|en ce moment|im moment|in our (?:system|records))\b`)
	excepting = pattern.Lazy(`(?i)^[^.!?\n]*\b(?:(?:but|however|though|yet|except|only|any ?more|to others|needed|required|necessary|aber|jedoch|sondern|außer|nur|nötig|pero|sino|salvo|excepto|solo|necesari[oa]|mas|porém|exceto|mais|sauf|seulement)\b|só\B)`)
	affirms   = pattern.Lazy(`(?i)(?:\b(?:is|are|['’]s|['’]re|ist|sind|es|son|est[áa]n?|são|est|sont|has been|have been|was|were|` +
		`wurde)|\Bé) (?:\pL+ )?(?:(?:found|valid|correct|right|verified|open|available|eligible|qualified|` +
		`approved|successful|confirmed|booked|reserved|yours|in order|on (?:its|the) way|in use|taken|` +
		`gefunden|gültig|richtig|korrekt|offen|geöffnet|verfügbar|frei|berechtigt|bestätigt|gebucht|` +
		`encontrad[oa]|v[áa]lid[oa]|correct[oa]|correto|abiert[oa]s?|abert[oa]s?|disponible|disponível|` +
		`elegible|elegível|aprobad[oa]|aprovad[oa]|confirmad[oa]|valide|ouverts?|éligible|confirmée)\b|confirmé\B)|` +
		`\b(?:good|great) news\b|\bcongratulations\b|\bwelcome back\b|\bcome in\b|\bwe(?: are|['’]re)` +
		` (?:now )?(?:open|here)\b|\b(?:we|i)(?:['’]ve| have)? found\b|\byou (?:now )?(?:have|already have)` +
		` an? (?:account|booking|appointment|reservation|order)\b|\byou (?:are eligible|qualify)\b|\bpasst\b|` +
		`\bhaben (?:\pL+ ){1,3}gefunden\b|\bestamos (?:abiert|abert)os\b|\b(?:hemos )?encontramos\b|` +
		`\bfelici(?:dades|tations)\b|\bparabéns\b`)
	another = pattern.Lazy(`(?i)(?:\Bétait\b|\b(?:(?:if|unless|when|once|whenever|as soon as|was|were|will be|ran out|expired|another|other|else|instead|nothing|no|not|wenn|falls|sobald|war|wird|ander\pL+|nichts|kein\pL*|nicht|cuando|quando|si|se|caso|era|estaba|otr[oa]s?|outr[oa]s?|nada|não|quand|lorsque|sera|autre|rien|pas|sign up|register|create)\b|será\B))|n['’]t\b`)
)

var states = []State{
	{"found", []string{"found", "exists", "matched", "encontrado", "gefunden"}, []string{"missing"},
		pattern.Lazy(`(?i)\b(?:(?:could|can|did|do)(?: not|n['’]t)|cannot|unable to|not able to) (?:find|locate|see)\b|\bnot (?:be )?found\b|\bno (?:record|account|order|match|booking|appointment|reservation|customer)s?\b|\bno (?:se |la |lo )?(?:encontr|hallam)|\bnão (?:o |a )?encontr|introuvable|\bpas trouv|\bnicht (?:gefunden|finden)\b`)},
	{validState, []string{"valid", "correct", "verified", "válido", "valido", "válida", "gültig", "valide"},
		[]string{"invalid", "incorrect", "wrong", "inválido", "invalido", "inválida", "invalida", "incorrecto", "incorreto", "ungültig", "ungueltig", "falsch", "invalide"},
		pattern.Lazy(`(?i)\b(?:invalid|incorrect|wrong)\b|\b(?:not|n['’]t) (?:(?:an? )?valid|correct|right|match|verified|verify)\b|\bno (?:es |son )?(?:v[áa]lid|correct)|\bincorrect[oa]|\binv[áa]lid|\bnão (?:é |está )?(?:v[áa]lid|corret)|\bpas (?:valide|correct)|ungültig|\bnicht (?:gültig|richtig|korrekt)\b|\bfalsch\b`)},
	{openState, []string{"open", "abierto", "abierta", "aberto", "aberta", "geöffnet", "geoeffnet", "offen",
		"ouvert", "ouverte", "aperto"},
		[]string{"closed", "cerrado", "cerrada", "fechado", "fechada", "geschlossen", "fermé", "ferme", "fermée",
			"chiuso"},
		pattern.Lazy(`(?i)\b(?:we|office|store|shop|clinic|desk|restaurant|lines?|center|centre)(?: are|['’]re| is)? (?:currently |now |already )?closed\b|\bour offices? (?:is|are) closed|\b(?:estamos|est[áa]) (?:cerrad|fechad)|\bsommes fermé|\bhaben (?:\pL+ )?geschlossen\b|\bgeschlossen\b`)},
	{"available", []string{"available", "disponible", "disponível", "verfügbar"}, []string{"unavailable", "taken", "full"},
		pattern.Lazy(`(?i)\b(?:not|n['’]t|no longer) (?:\w+ )?available\b|\bunavailable\b|\bfully booked\b|\bsold out\b|\balready (?:taken|booked)\b|\bno (?:est[áa] |hay )?disponib|\bagotad|\bnão (?:está )?dispon|\besgotad|\bpas disponible|\bcomplet\b|\bnicht (?:verfügbar|frei)\b|\bausgebucht\b`)},
	{"eligible", []string{"eligible", "qualifies", "qualified", "approved", "elegible", "berechtigt"}, []string{"ineligible", "denied", "declined", "rejected"},
		pattern.Lazy(`(?i)\b(?:not|n['’]t) (?:\w+ )?(?:eligible|qualif\w+|approved?|entitled)\b|\bineligible\b|\b(?:was|were|been|is) (?:denied|declined|rejected)\b|\bno (?:es|eres|est[áa]) (?:elegible|aprobad)|\bnão (?:é|está) (?:eleg[íi]vel|aprovad)|\bpas (?:[ée]ligible|approuvé)|\bnicht berechtigt\b|\babgelehnt\b`)},
	{"successful", []string{"success", "succeeded", "successful", "ok", "éxito", "sucesso"}, []string{"failed", "error", "failure"},
		failedThen},
}
