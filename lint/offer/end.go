package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
)

// EndsTalk reports whether one of the words of a list, with commas between, is one with which people
// end a talk.
func EndsTalk(list string) bool {
	for word := range strings.SplitSeq(strings.ToLower(list), ",") {
		if slices.Contains(endings, strings.Trim(word, " .!*#")) {
			return true
		}
	}
	return false
}

var endings = []string{
	"end", "bye", "goodbye", "exit", "quit", "close", "end chat", "stop", "done", "salir", "fin", "adios", "adiós", "terminar", "finalizar", "cerrar",
	"sair", "tchau", "encerrar", "au revoir", "quitter", "terminer", "ende", "beenden", "tschüss", "ciao", "esci", "fine",
}

// EndsCall reports whether an answer is offered to end a call, by what stands around it.
func EndsCall(purpose string) bool { return ending.MatchString(purpose) }

var ending = pattern.Lazy(`(?i)\b(?:end|hang up|hang|exit|quit|stop|finish|goodbye|bye|cancel|nothing|done|no|terminar|salir|colgar|finalizar|beenden|auflegen|quitter|raccrocher|sair|encerrar|desligar)\b`)

// MeansToEnd reports whether a word of a branch says that the execution is to end with it.
func MeansToEnd(text string) bool { return purposeOfEnd.MatchString(text) }

var purposeOfEnd = pattern.Lazy(`(?i)hang|end(?:ed|call)?\b|end_|stop|skip|done|complet|finish|exit|quit|close|bye|machine|voicemail|fax|silen|ignore|drop|transferred|connected|answered|success|cancel|opt`)
