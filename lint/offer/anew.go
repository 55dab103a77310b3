package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Anew reports whether a text invites a person to send something in place of what he sent
// before: "or simply reply with your new photo".
func Anew(text string) bool {
	return words.HoldsAny(text, "new", "correct", "different", "updated", "nuev", "nov", "nouve", "neue") && anew().MatchString(text) && !afresh().MatchString(text)
}

var anew = pattern.Lazy(`(?i)\b(?:(?:reply|respond|text|write|send|type|enter)(?: (?:me|us|back|in|here|with|it))* (?:your|the|an?) (?:new|corrected|correct|different|updated)` +
	`|(?:responda|responde|env[ií][ae]|escrib[ae])(?:nos)?(?: con)? (?:su|tu|el|la|una?) nuev[oa]` +
	`|(?:responda|envie|escreva|digite)(?: com)? (?:[ao]|sua|seu|uma?) nov[oa]` +
	`|(?:répondez|envoyez|écrivez)(?: avec)? (?:votre|la|le|une?) (?:nouvel(?:le)?|nouveau)` +
	`|(?:senden|schicken|schreiben|antworten) Sie(?: uns| mit)* (?:Ihre?[nms]?|eine?[nmr]?) neue[nmrs]?) \pL`)

// afresh is how a text says that the new message begins something new.
var afresh = pattern.Lazy(`(?i)\bnew (?:message|text|request|chat)\b[^.!?\n]{0,30}\b(?:any ?time|to (?:start|begin|restart)|start(?:ing)? over|whenever)`)
