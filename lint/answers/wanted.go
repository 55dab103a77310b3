package answers

import (
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
)

// Wanted reports whether a text asks for an answer that matters, and not for any sign of life.
func Wanted(text string) bool {
	offers := offer.In(text)
	return len(offers) > 1 || len(offer.Range(text)) > 0 || len(offers) == 0 && (question().MatchString(text) || request().MatchString(text) || offer.AsksUnmarked(text) || offer.FreeSpeech(text))
}

var (
	question = pattern.Lazy(`[?？؟](\s|$|["')])`)
	request  = pattern.Lazy(`(?i)\b(?:(?:choose|select|pick) (?:an?|one|your|the)\b[^.?!\n]{0,15}\b(?:options?|choice|number|topic|service|item)\b|(?:elij[ae]|elige|seleccion[ae]|escolha|selecione) (?:una?|uma) op[cç]|(?:enter|type|provide|share|give|tell|state|say|reply with|send)\b[^.?!\n]{0,20}\byour|leave (?:us )?(?:a|your) (?:message|comment|feedback)|d[eé]ja(?:nos)? (?:un|tu|su) (?:mensaje|comentario)|deje (?:un|su) (?:mensaje|comentario)|deixe (?:uma|sua) mensagem|laissez (?:un|votre) message)\b`)
)
