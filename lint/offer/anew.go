package offer

import (
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Anew returns what a text invites a person to send in place of what he sent before, "photo" of
// "or simply reply with your new photo", and whether it does.
func Anew(text string) (thing string, ok bool) {
	if !words.HoldsAny(text, "new", "correct", "different", "updated", "nuev", "nov", "nouve", "neue") {
		return "", false
	}
	m := anew.FindStringIndex(text)
	if m == nil || afresh.MatchString(text) {
		return "", false
	}
	_, last := utf8.DecodeLastRuneInString(text[:m[1]])
	thing = text[m[1]-last:]
	return thing[:letters(thing)], true
}

var anew = pattern.Lazy(`(?i)(?:\b(?:(?:reply|respond|text|write|send|type|enter)(?: (?:me|us|back|in|here|with|it)` +
	`)* (?:your|the|an?) (?:new|corrected|correct|different|updated)|(?:responda|responde|env[ií][ae]|` +
	`escrib[ae])(?:nos)?(?: con)? (?:su|tu|el|la|una?) nuev[oa]|(?:responda|envie|escreva|digite)` +
	`(?: com)? (?:[ao]|sua|seu|uma?) nov[oa]|(?:senden|schicken|schreiben|antworten) Sie(?: uns|` +
	` mit)* (?:Ihre?[nms]?|eine?[nmr]?) neue[nmrs]?)|(?:\b(?:répondez|envoyez)|\Bécrivez)` +
	`(?: avec)? (?:votre|la|le|une?) (?:nouvel(?:le)?|nouveau)) \pL`)

// afresh is how a text says that the new message begins something new.
var afresh = pattern.Lazy(`(?i)\bnew (?:message|text|request|chat)\b[^.!?\n]{0,30}\b(?:any ?time|to (?:start|begin|restart)|start(?:ing)? over|whenever)`)

// Begins reports whether an answer is offered in order to begin with everything anew, by its purpose.
func Begins(purpose string) bool {
	return words.HoldsAny(purpose, "start", "begin", "everything", "all ", "empezar", "comenzar", "começar", "beginn", "recommenc", "ricominc", "menu", "inicio")
}
