package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// OptsOut reports whether an answer is offered in order to get no more messages, or for a word that
// does not say what ends: "to stop".
func OptsOut(purpose string) bool { return outs.MatchString(purpose) }

var outs = pattern.Lazy(`(?i)\bopt(?:ing)?[- ]?(?:out|ed)|unsubscri|\b(?:consent|permission|messages?|texts?|alerts?|notifications?|updates?|reminders?|subscription|sms|mailing|marketing|list|receiv\pL+|no more|any ?time|any point|stop|leave|baja|mensajes|mensagens|avisos|alertas|recibir|receber|salir|sair|cualquier momento|qualquer momento|abmelden|abbestellen|nachrichten|désabonner|désinscrire|messages|désinscription)\b` +
	`|^\W*(?:to|for|para|pour|um|per)? ?(?:\w+ )?(?:cancel|cancelar|end|quit|exit|annuler|beenden|terminar|terminer)?\W*$`)

// LeavesFirst returns the word with which people leave that begins an answer of several words in capitals which a text
// asks for, and all of them: "reply CANCEL APPT"; "" for none. STOP ALERTS may well be for leaving.
func LeavesFirst(text string) (word, whole string) {
	if !strings.Contains(text, "CANCEL ") && !strings.Contains(text, "END ") && !strings.Contains(text, "QUIT ") {
		return "", ""
	}
	m := leavesFirst.FindStringSubmatch(text)
	if m == nil || OptsOut(m[3]) {
		return "", ""
	}
	more := m[2]
	for _, joint := range []string{" OR ", " AND ", " TO ", " IF ", " FOR "} {
		more, _, _ = strings.Cut(more, joint)
	}
	return m[1], m[1] + " " + more
}

var leavesFirst = pattern.Lazy(`\b(?:(?i:reply|respond|answer|text|send|write|type|responda|responde|escrib[ae]|env[ií][ae]|escreva|antworten sie|schreiben sie|répondez|envoyez)\b[^.!?\n]{0,80}?\b(?:with|or|and|con|o|y|com|ou|e|mit|oder|und|avec|et|par)|[Rr]eply|[Tt]ext|[Ss]end|[Rr]espond|[Rr]esponda|[Rr]esponde|[Ee]nv[ií][ae]|[Ee]scrib[ae]|[Aa]ntworten Sie|[Rr]épondez|[Ee]nvoyez):? ["“'‘*]{0,2}(CANCEL|END|QUIT) ([A-Z]{2,}(?: [A-Z]{2,}){0,4})\b["”'’*]{0,2}([^.!?\n]*)`)
