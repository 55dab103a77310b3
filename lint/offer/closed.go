package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// SaysClosed returns the words by which a text says that somebody is closed at this hour; "" when it says
// no such thing, or why or how long.
func SaysClosed(text string) string {
	if !maySayClosed(text) {
		return "" // nearly always, and sooner than it is remembered
	}
	return closeds.Of(text)
}

var maySayClosed = pattern.AnyOf("closed", "cerrad", "fechad", "ferm", "geschlossen", "chius")

var closeds = words.NewMemory(func(text string) string {
	if ofItsOwn(text) {
		return ""
	}
	return closed().FindString(text)
})

// ofItsOwn is by what one is closed for more than the night.
var ofItsOwn = pattern.AnyOf("until", "permanent", "season", "renovat", "due to", "because", "holiday", "if we", "when we", "whenever", "hasta", "debido", "feriado", "até ", "jusqu", " bis ", "wegen", "fino a", "for lunch")

var closed = pattern.Lazy(`(?i)\b(?:(?:is|are) (?:currently|now|presently|already) closed|(?:currently|presently) closed|closed (?:at (?:this|the) (?:time|moment)|right now)|(?:actualmente|ahora) (?:estamos|est[áa]n?) cerrad[oa]s?|cerrad[oa]s? en este momento|fechad[oa]s? no momento|actuellement fermée?s?|(?:derzeit|zurzeit|momentan) geschlossen)\b`)
