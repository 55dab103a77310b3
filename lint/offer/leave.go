package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// MayOptOut reports whether a text may hold one of the words, in capitals, with which people leave.
func MayOptOut(text string) bool {
	return strings.Contains(text, "STOP") || strings.Contains(text, "UNSUBSCRIBE") ||
		strings.Contains(text, "CANCEL") || strings.Contains(text, "END") || strings.Contains(text, "QUIT")
}

// OptsOut reports whether an answer is offered in order to get no more messages, or for a word that
// does not say what ends: "to stop".
func OptsOut(purpose string) bool { return outs().MatchString(purpose) }

var outs = pattern.Lazy(`(?i)\bopt(?:ing)?[- ]?(?:out|ed)|unsubscri|\b(?:messages?|texts?|alerts?|notifications?|updates?|reminders?|subscription|sms|mailing|marketing|list|receiv\pL+|no more|any ?time|any point|stop|leave|baja|mensajes|mensagens|avisos|alertas|recibir|receber|salir|sair|cualquier momento|qualquer momento|abmelden|abbestellen|nachrichten|désabonner|désinscrire|messages|désinscription)\b` +
	`|^\W*(?:to|for|para|pour|um|per)? ?(?:\w+ )?(?:cancel|cancelar|end|quit|exit|annuler|beenden|terminar|terminer)?\W*$`)
