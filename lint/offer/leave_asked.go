package offer

import "studiolint/lint/pattern"

// AsksLeave reports whether a text asks for leave to do something, which only a yes gives: "May we call you?"
func AsksLeave(text string) bool { return asksLeave.MatchString(text) }

// NoPreference reports whether an answer is for whoever does not mind which of the others it is.
func NoPreference(purpose string) bool { return noPreference.MatchString(purpose) }

var (
	asksLeave = pattern.Lazy(`(?i)\b(?:may|can|could|shall) we (?:\pL+ )?(?:call|ring|phone|text|e-?mail|contact|write|share|publish|use|quote|send|keep|store|record)\b[^.!\n]*\?` +
		`|\b(?:dürfen wir|pouvons-nous|podemos|possiamo|mogen we)\b[^.!\n]*\?`)
	noPreference = pattern.Lazy(`(?i)\b(?:no preference|(?:does not|doesn['’]t|do not|don['’]t) (?:matter|mind|care)|either (?:is fine|one|way)|any ?time|egal|keine präferenz|da igual|no importa|sin preferencia|tanto faz|sem preferência|peu importe|indifferent|indifférent|pas de préférence|indifferente|fa lo stesso|maakt niet uit|geen voorkeur)\b`)
)
