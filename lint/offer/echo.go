package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// EndsWithEcho reports whether a text ends where what a person has just answered follows: "you entered".
func EndsWithEcho(text string) bool {
	const near = 60
	text = text[max(0, len(text)-near):]
	return mayEcho.In(text) && answeredWith.MatchString(text)
}

var mayEcho = words.AnyOf("you", "ha ", "ingres", "marc", "sie haben", "vous avez")

var answeredWith = pattern.Lazy(`(?i)\b(?:you(?:['’]ve| have| just)? (?:entered|typed|chose|chosen|selected|said|pressed` +
	`|picked|dialed|keyed in|wrote)|(?:usted )?(?:ha )?(?:ingresado|ingresó|marcado|marcó|eligió|elegido|escribió` +
	`|escrito|dijo)|você (?:digitou|escolheu|disse|escreveu)|sie haben(?: eingegeben| gesagt)?` +
	`|vous avez (?:saisi|choisi|tapé|dit))(?: (?:the|as|number|numbers|option|el|la|número|opción|o|a|le))*[:,"“ ]*$`)

// EndsWithYours returns what of a person's own follows a text, in small letters: "account number" of "your
// account number is"; "" for none.
func EndsWithYours(text string) string {
	const near = 60
	text = text[max(0, len(text)-near):]
	if !words.HoldsAny(text, " is", " was", " es", " é", " ist", " est") {
		return ""
	}
	if m := yoursIs.FindStringSubmatch(text); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

var yoursIs = pattern.Lazy(`(?i)\b(?:your|su|tu|seu|sua|ihre?|votre) ([^.!?,;:{}\n]{3,30}?) (?:is|was|es|é|ist|lautet|est)[:"“ ]*$`)
