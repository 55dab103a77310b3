package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Manner returns the words by which a text in a language speaks to people formally, and those by which it does so
// familiarly; "" for none, for a text with both, which may be read to somebody else or hold a name, and for languages
// that have no two ways, or mix them. Only forms count that are meant for the one who reads them. What stands in quotes
// may be somebody else's.
func Manner(text, tongue string) (formal, familiar string) {
	forms, ok := manners[tongue]
	if !ok || words.HoldsAny(text, `"`, "„", "«", "“") {
		return "", ""
	}
	formal, familiar = firstGroup(forms[0].FindStringSubmatch(text)), firstGroup(forms[1].FindStringSubmatch(text))
	if formal != "" && familiar != "" {
		return "", ""
	}
	return formal, familiar
}

// SpeaksOfOthers reports whether a text is of a group, or of a child, whom it may speak to in a way of their own.
func SpeaksOfOthers(text string) bool { return otherReaders.MatchString(text) }

var otherReaders = pattern.Lazy(`(?i)(?:\B(?:élèves?|équipe)\b|\b(?:kind(?:er|ern|es)?|eltern|mutter|vater|oma|opa|sohn|tochter|klasse|gruppe|enfants?|parents?|mère|père|fils|fille|amis|famille|groupe|ensemble|chez vous|` +
	`hij[oa]s?|niñ[oa]s?|padres?|madre|alumn[oa]s?|equipo|amigos|familia)\b)`)

// HasManners reports whether a language has two ways to speak to people that are told apart.
func HasManners(tongue string) bool { _, ok := manners[tongue]; return ok }

// MannersAreClear reports whether one text of a language tells how it speaks to people: in Spanish and French, a name
// or a set phrase holds the words too.
func MannersAreClear(language string) bool { return language == "de" }

func firstGroup(m []string) string {
	for i := 1; i < len(m); i++ {
		if m[i] != "" {
			return m[i]
		}
	}
	return ""
}

var manners = map[string][2]*pattern.Expression{
	"de": {pattern.Lazy(`(?:\pL(?:en|ern|eln) |\b(?:[Ss]ind|wir|bei|von|mit|für|an|uns|danken) )(Sie|Ihnen)(?:$|[,.!?:;)]| (?:[^u\s]|u[^n\s]|uns))`),
		pattern.Lazy(`(?i)(?:\pL(?:st|ßt|zt) (du)|\b(?:uns|mir) (?:bitte )?(deine?[nmrs]?))(?:$|[\s,.!?:;)])`)},
	"es": {pattern.Lazy(`(?i)(?:\b(usted)\b|(?:^|[.!?:;¡¿(\n]\s*|\bpor favor,? )(presione|oprima|marque|ingrese|escriba|env[íi]e|indique|responda|seleccione|elija|díganos)\b)`),
		pattern.Lazy(`(?:[\p{Ll},¿¡] ?)\b(tú|tus?|te|contigo|ti)(?:$|[\s,.!?:)])`)},
	"fr": {pattern.Lazy(`(?i)(?:^|[.!?:;(\n]\s*|\b(?:et|ou|puis) )(envoyez|écrivez|répondez|tapez|appuyez|indiquez|choisissez|entrez|dites|veuillez)\b`),
		pattern.Lazy(`(?i)(?:\b(?:peux|veux|dois|as|es|\pL{2,}es|\pL{2,}is)-(tu)\b|(?:^|[.!?:;(\n]\s*)(?:envoie|écris|réponds|tape|indique|choisis|dis)(?:-nous|-moi)? (ton|ta|tes)\b)`)},
}
