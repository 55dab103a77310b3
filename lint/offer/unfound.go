package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TellsUnfound reports whether a text tells a person that he, or what he asked for, is not known or was not found, and
// speaks of no trouble: "we do not know you yet", "wir finden Ihre Bestellung nicht".
func TellsUnfound(text string) bool {
	if !unfoundWords.In(text) && !Refuses(text) && !TellsOfNone(text) {
		return false
	}
	return !Troubled(text) && !SaysFailed(text) &&
		(unfound.MatchString(text) || Refuses(text) || TellsOfNone(text) || TellsNewcomer(text) || Accuses(text))
}

var (
	unfoundWords = words.AnyOf("know", "find", "new ", "sign up", "regist", "conoc", "encontr", "localiz", "conhec", "cadastr", "trouv", "connai", "inscri", "kenn", "finden", "neu", "conosc", "trovi", "iscri", "nuev", "nouve", "nov", "nuov", "belong", "only", "solo", "perten")
	unfound      = pattern.Lazy(`(?i)(?:\bnot|n['’]t) (?:yet )?(?:know|find) (?:you|your|this|that|an?|any)\b|\bno (?:le |lo |la |te |los )?(?:conocemos|encontramos|encuentro|localizamos)\b|\bnão (?:o |a |te )?(?:conhecemos|encontramos|localizamos|localizei)\b` +
		`|\bne (?:vous |te |la |le )?(?:trouv(?:e|ons)|connaissons|connais) pas\b|\bkennen (?:Sie|dich|wir Sie) (?:noch |leider )*nicht\b|\b(?:finden|fanden) (?:\pL+ ){1,4}nicht\b|\bnon (?:la |ti |lo )?(?:conosciamo|troviamo)\b`)
)

// MentionsUnfound reports whether a text tells that something was not found, or that what was entered is wrong, be it
// beside another reason.
func MentionsUnfound(text string) bool {
	return unfound.MatchString(text) || refused.MatchString(text) || tellsOfNone.MatchString(text) ||
		wrong.MatchString(text)
}
