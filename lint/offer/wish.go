package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Wished returns what a text asks a person whether he would like, as what a text promises: to leave a
// message, or to be put through to somebody.
func Wished(text string) (what Promise, ok bool) {
	switch {
	case !words.HoldsAny(text, "like", "want", "quiere", "desea", "gusta", "gostaria", "deseja", "chten", "wollen",
		"voulez", "souhait", "desider", "vuole", "vorr"):
	case wouldLeave.MatchString(text):
		return Message, true
	case wouldSpeak.MatchString(text):
		return Transfer, true
	}
	return 0, false
}

const wouldYou = `(?i)\b(?:would you like|do you want|(?:le |te )?gustaría|quieres?|deseas?|gostaria de|deseja|möchten sie|wollen sie|voulez-vous|souhaitez-vous|desidera|vuole|vorrebbe)\b[^.?!]{0,20}`

var (
	wouldLeave = pattern.Lazy(wouldYou + `\b(?:leave|record|dejar|grabar|deixar|gravar|hinterlassen|laisser|lasciare|registrare|eine nachricht)\b`)
	wouldSpeak = pattern.Lazy(wouldYou + `\b(?:speak|talk|be (?:connected|transferred)|hablar|falar|sprechen|verbunden|parler|parlare|mit)\b`)
)
