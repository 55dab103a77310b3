package offer

import "studiolint/lint/pattern"

// SaysPeopleRead reports whether a text says that somebody of the author's side reads what is written, joins the chat
// or gets in touch: they see the whole chat, and no variable need hold an answer.
func SaysPeopleRead(text string) bool {
	if peopleRead.MatchString(text) {
		return true
	}
	_, promised := Promises(text, CallBack)
	return promised
}

var peopleRead = pattern.Lazy(`(?i)\b` + people + `(?:['’]ll| will| is going to| are going to)?(?: \w+)? (?:read|review|check|see|join|look)s?\b` +
	`|\b` + someone + ` (?:lee|leerá|lê|lerá|lit|lira|liest|se unirá|se une|entra|rejoint|rejoindra)(?:[ .,!]|$)`)
