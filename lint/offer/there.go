package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksIfThere reports whether a text asks whether somebody is there, as one does after silence: "are you still there?"
func AsksIfThere(text string) bool {
	return words.HoldsAny(text, "there", "on the line", "ahí", "ahi", "aí", " ai", "na linha", "noch da", "noch dran",
		"toujours", "encore", "ancora") && there.MatchString(text)
}

var there = pattern.Lazy(`(?i)\bare you (?:still )?(?:there|on the line)\b|\byou still there\b|\b(?:sigue|sigues|estás?) (?:todavía |aún )?(?:ahí|en (?:la )?línea)` +
	`|\b(?:você|voce|vc) (?:ainda )?(?:está|esta|tá) (?:aí|ai|na linha)|\b(?:sind sie|bist du) noch (?:da|dran)\b|(?:êtes-vous|es-tu) (?:encore|toujours) (?:là|en ligne)|\Bè ancora (?:lì|in linea)`)

// Waits reports whether an answer is offered to be given more time, or to see what can be chosen.
func (o Offer) Waits() bool { return o.isFor(waits) }

var waits = pattern.Lazy(`(?i)\b(?:(?:more|need|another) (?:time|minute|moment)|wait|hold|not (?:ready|sure|yet)|options?|choices` +
	`|menus?|help|más tiempo|esperar|opciones|ayuda|mais tempo|opções|ajuda|mehr zeit|warten|hilfe` +
	`|plus de temps|attendre|aide)\b`)
