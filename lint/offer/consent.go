package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksConsent reports whether a text leaves it to a person whether something is done: "press 1 if you agree, or 2 if
// you do not want this".
func AsksConsent(text string) bool {
	return consentStems.In(text) && consent.MatchString(text) && len(In(text)) > 1
}

var (
	consentStems = words.AnyOf("agree", "consent", "accept", "acepta", "aceita", "acuerdo", "concord", "einverstanden", "zustimm", "acceptez", "accord")
	consent      = pattern.Lazy(`(?i)\b(?:(?:dis)?agree|consent|accept|acepta|aceita|de acuerdo|concorda|einverstanden|zustimm\w*|acceptez|d['’]accord)\b[^?]{0,80}(?:\b(?:(?:not|don['’]t|disagree|decline|refuse|não|nicht|refus\w*|pas)\b|no (?:(?:acepta|desea|quiere)\b|est(?:a\b|á\B))))`)
)

// AsksToRecord reports whether a text leaves it to a person whether the call is recorded.
func AsksToRecord(text string) bool {
	return words.HoldsAny(text, "record", "grab", "grav", "aufzeich", "aufnehm", "aufgez", "enregistr") && AsksConsent(text)
}
