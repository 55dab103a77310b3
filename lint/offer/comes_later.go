package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// ComesLater reports whether a text tells a person that something will be sent, or that somebody will call, later on:
// "We will text you the link".
func ComesLater(text string) bool { return comesLater.MatchString(text) }

var comesLater = pattern.Lazy(`(?i)\b(?:(?:we|i)(?:['’]ll| will| shall)|you(?:['’]ll| will)|and(?: then)?) (?:then |soon |shortly )?(?:text|e-?mail|call|send|message|notify|let you know|get (?:a|an|the|it|your)|receive)\b` +
	`|\b(?:enviaremos|mandaremos|avisaremos|escribiremos|llamaremos|ligaremos)\b|\b(?:recibirá|receberá)` +
	`|\bwir (?:senden|schicken|schreiben|mailen|melden|rufen)\b|\bsie (?:erhalten|bekommen)\b|\bnous vous (?:enverrons|appellerons|rappellerons|écrirons|préviendrons)\b|\bvous recevrez\b` +
	`|\b(?:(?:le|ti|vi) )?(?:invieremo|manderemo|scriveremo|richiameremo)\b|\briceverà|\bwe (?:sturen|mailen|bellen)\b`)

// GoesOnAfter reports whether a text goes on for a while after the sentence that holds some of its words.
func GoesOnAfter(text, said string) bool {
	const while = 25 // letters, more than a goodbye
	_, rest, ok := strings.Cut(text, said)
	if end := strings.IndexAny(rest, ".!?\n"); ok && end >= 0 {
		return len(strings.TrimSpace(rest[end+1:])) > while
	}
	return false
}
