package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TellsToHold returns the words by which a text tells a caller to wait on the line for somebody; "" when
// it does not, or speaks of a message, of keys or of something else that comes then.
func TellsToHold(text string) string {
	if !mayHold.In(text) {
		return "" // nearly always, and sooner than it is remembered
	}
	return holds.Of(text)
}

var mayHold = pattern.AnyOf("hold", " line", "linea", "línea", "linha", "ligne", "leitung", "apparat", "talian", "connect", "transfer", "cuelg", "comunicando", "quittez", "dran")

var holds = words.NewMemory(func(text string) string {
	if besidesHolding.In(text) {
		return ""
	}
	return holding.FindString(text)
})

// besidesHolding is what else a caller may be told to do, or what a call may be kept for.
var besidesHolding = pattern.AnyOf("messag", "mail", "beep", "tone", "record", "leave", "press", "dial", "survey", "menu", "option", "if you", "listen", "mensaj", "presion", "marque", "nachricht", "laiss", "deix", "mesej", "hang up", "we process", "we look", "we check", "we verify", "while i check", "while i look")

var holding = pattern.Lazy(`(?i)\b(?:(?:please|kindly) hold(?: on| the line| for)?|(?:stay|remain|hold) on the line|hold the line|(?:no cuelgue|permanezca|mant[eé]ngase|espere) en (?:la )?l[ií]nea|(?:permaneça|aguarde) na linha|(?:hold on|please wait|one moment|a moment|just a (?:moment|second))[^.!?\n]{0,20}\bwhile (?:we|i) (?:connect|transfer|put)\b|no cuelgue|lo estamos (?:comunicando|transfiriendo|conectando)|restez en ligne|ne quittez pas|bleiben sie (?:bitte )?dran|(?:resti|attenda|rimanga) in linea|bleiben sie (?:bitte )?(?:am apparat|in der leitung)|berada di talian)\b`)

// SpeaksOfLine reports whether a text speaks of holding the line, or of hanging up.
func SpeaksOfLine(text string) bool {
	return words.HoldsAny(text, "hold", "hang up", "stay on", "remain on", "cuelg", "auflegen", "raccroch", "deslig")
}

// PhonesBack reports whether what a text promises is a call.
func PhonesBack(said string) bool {
	return words.HoldsAny(said, "call you", "phone you", "ring you", "return your call", "llamar", "devolver", "ligar", "retornar", "rufen", "rappel")
}
