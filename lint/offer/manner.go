package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Manner returns the words by which a text in a language speaks to people formally, and those by which it does so
// familiarly; "" for none, and for languages that have no two ways, or mix them. What stands in quotes may be somebody else's.
func Manner(text, tongue string) (formal, familiar string) {
	forms, ok := manners[tongue]
	if !ok || words.HoldsAny(text, `"`, "„", "«", "“") {
		return "", ""
	}
	return firstGroup(forms[0]().FindStringSubmatch(text)), firstGroup(forms[1]().FindStringSubmatch(text))
}

// HasManners reports whether a language has two ways to speak to people that are told apart.
func HasManners(tongue string) bool { _, ok := manners[tongue]; return ok }

func firstGroup(m []string) string {
	if len(m) < 2 {
		return ""
	}
	return m[1]
}

var manners = map[string][2]func() *pattern.Expression{
	"de": {pattern.Lazy(`[\p{Ll},]\s+(Sie|Ihnen|Ihre[nmrs]?)\b`), pattern.Lazy(`(?i)(?:^|[\s,.!?:(])(du|dich|dir|deine?[nmrs]?)(?:$|[\s,.!?:)])`)},
	"es": {pattern.Lazy(`(?i)(?:^|[\s,.!?:¡¿(])(usted|presione|oprima|marque|ingrese|escriba|env[íi]e|indique|responda|seleccione|elija|díganos)(?:$|[\s,.!?:)])`),
		pattern.Lazy(`(?i)(?:^|[\s,.!?:¡¿(])(tú|tus?|te|contigo|ti)(?:$|[\s,.!?:)])`)},
	"fr": {pattern.Lazy(`(?i)(?:^|[\s,.!?:('’-])(vous|votre|vos)(?:$|[\s,.!?:)])`), pattern.Lazy(`(?i)(?:^|[\s,.!?:('’-])(tu|toi|tes|ta)(?:$|[\s,.!?:)])`)},
}
