package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// CannotGoOn reports whether a text tells a person that nothing goes on without a yes: "we cannot continue without your
// consent".
func CannotGoOn(text string) bool { return goOnWords.In(text) && cannotGoOn.MatchString(text) }

var (
	goOnWords  = words.AnyOf("continu", "proceed", "go on", "consent", "agree", "accept", "zustimm", "fortf", "acept", "aceit", "prosegu", "seguir", "poursuiv", "accord", "consenso", "accett")
	cannotGoOn = pattern.Lazy(`(?i)\b(?:can ?not|can['’]t|unable to|not able to) (?:continue|proceed|go on|help you|enrol|register|serve)\b[^.?!]{0,60}(?:\b(?:without|unless|if you (?:do not|don['’]t))\b|[.!]|$)` +
		`|\byou (?:have to|must|need to) (?:agree|accept|consent)\b|\b(?:können|kann) [^.?!]{0,60}nicht fortfahren\b` +
		`|\b(?:no podemos|no es posible) (?:continuar|seguir)\b|(?:^|[^\pL])não (?:podemos|é possível) (?:continuar|prosseguir)\b` +
		`|\bne pouvons pas (?:continuer|poursuivre)\b|\bnon possiamo (?:continuare|proseguire)\b`)
)
