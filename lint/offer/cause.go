package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// WrongKey returns the words with which a text tells a caller that a key was wrong, "" when it does
// not: "invalid option".
func WrongKey(text string) string { return wrongKey.FindString(text) }

// SpeaksOfAnswer returns the words with which a text says of what somebody answered that it was not understood or
// taken: "did not understand what you said", "the option you chose is not"; "" when it does not.
func SpeaksOfAnswer(text string) string { return speaksOfAnswer.FindString(text) }

// MentionsSilence reports whether a text may speak of an answer that did not come, or not in time.
func MentionsSilence(text string) bool {
	return words.HoldsAny(text, "time", "respon", "repl", "hear", "heard", "silen", "tiempo", "tempo", "respuesta",
		"resposta", "ninguna", "nenhuma", "ouvi", "oímos", "oí ", "zeit", "antwort", "gehört", "réponse", "entendu",
		"temps")
}

const unaccepted = `(?:(?:do|did|could|can)(?: not|n['’]t)|cannot|unable to|no|não|nicht|pas|non) `

var speaksOfAnswer = pattern.Lazy(`(?i)\b(?:` + unaccepted + `(?:\pL+ ){0,2}(?:what you(?:['’]ve| have| just)? (?:said|entered|typed|pressed|wrote|chose|selected|sent)|lo que (?:ha |has |usted )?(?:dijo|dicho|dijiste|dijeras|marcó|escribió|escribiste|ingresó)|o que (?:você |o senhor )?(?:falou|disse|digitou|escreveu)|ce que vous avez (?:dit|saisi|tapé|écrit)|quello che ha(?:i)? (?:detto|scritto))` +
	`|(?:the|your) (?:answer|choice|selection|entry|option|key|number|code|word)s? (?:that )?(?:you (?:have )?(?:gave|given|entered|selected|chose|chosen|pressed|sent|typed) )?(?:is|was)(?: not|n['’]t| in)|you (?:have )?(?:entered|selected|chose|chosen|pressed|sent|typed) an? (?:invalid|incorrect|wrong)` +
	`|(?:la|su|tu) (?:opción|tecla|selección) (?:que )?(?:\pL+ )?(?:elegida|ingresada|seleccionada|marcada) no|a opção (?:escolhida|digitada|selecionada|informada) (?:não|é inválida)|was sie (?:gesagt|eingegeben|gedrückt|geschrieben) haben)`)

// NothingHeard returns those with which it says that nothing was heard or pressed.
func NothingHeard(text string) string { return nothingHeard.FindString(text) }

// NotUnderstood returns the words with which a text says that an answer was not heard or understood: "I didn't catch
// that"; "" when it does not.
func NotUnderstood(text string) string {
	if !words.HoldsAny(text, "not", "n't", "n’t", "no ", "não", "nicht", "pas ", "non ") {
		return ""
	}
	return notUnderstood.FindString(text)
}

var (
	notUnderstood = pattern.Lazy(`(?i)\b(?:(?:did|could)(?: not|n['’]t) (?:quite )?(?:catch|get|understand|hear) (?:that|you|what you)\b|no (?:le |te |lo )?(?:he |hemos )?(?:entend[íi]|entendido|entendimos)|não (?:entendi|entendemos|consegui entender)|(?:habe|haben) (?:sie|dich|das) (?:leider )?nicht verstanden|n['’](?:ai|avons) pas (?:bien )?compris|non (?:ho|abbiamo) capito)`)
	wrongKey      = pattern.Lazy(`(?i)\b(?:(?:invalid|incorrect|wrong|not (?:an? )?valid) (?:choice|option|selection|entry|key)|opci[óo]n (?:inválida|no válida|incorrecta|equivocada)|tecla (?:incorrecta|equivocada)|opção inválida|ungültige (?:auswahl|eingabe|taste)|falsche taste|(?:choix|option) (?:invalide|incorrecte?))\b`)
	nothingHeard  = pattern.Lazy(`(?i)\b(?:did not|have not|could not|\pL+n['’]t) (?:hear|heard|receive|received|detect|get) (?:anything|any (?:input|response|key|keys|answer|selection))\b|\bno (?:input|key|keys|response) (?:was |were )?(?:received|detected|entered|pressed)\b|\bnothing was (?:entered|pressed)\b` +
		`|\bno (?:hemos )?(?:o[íi]mos|o[íi]do|recibimos|recibido|escuchamos) (?:nada|ninguna)\b|\bnão (?:ouvimos|recebemos) (?:nada|nenhuma)\b|\bkeine eingabe (?:erhalten|erkannt)\b|\bnichts (?:gehört|empfangen)\b|\brien (?:entendu|reçu)\b`)
)
