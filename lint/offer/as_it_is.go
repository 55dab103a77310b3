package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// LeavesAsItIs reports whether an answer is offered in order to leave everything as it is, by its purpose: "to keep it",
// "to go back", "if you do not want this".
func LeavesAsItIs(purpose string) bool {
	return asItIsWords.In(purpose) && asItIs.MatchString(purpose)
}

var (
	asItIsWords = words.AnyOf("keep", "leave", "back", "without", "not ", "n't", "n’t", "no ", "mind", "abort", "conserv", "manten", "manter", "dej", "volver", "regresar", "sin ", "não", "voltar", "sem ",
		"behalt", "zurück", "ohne", "nicht", "belassen", "gard", "sans", "pas ", "retour", "reven", "mantenere", "tornare", "indietro", "senza", "non ", "deix", "lasciar", "laiss")
	asItIs = pattern.Lazy(`(?i)\b(?:keep|leave) (?:it|this|that|them|everything|things|(?:my|your|the) (?:\w+ ){0,2}(?:appointment|booking|reservation|order|card|membership|subscription|plan|account|visit|slot|table|room|ride|delivery))\b` +
		`|\b(?:go|get|take me) back\b|\bback to the\b|\bwithout (?:\w+ing|changing|doing)\b|\bnever ?mind\b|\babort\b|\b(?:(?:do|does) not|don['’]t) (?:want|wish|proceed|go ahead|change|do)\b|\bnot to (?:proceed|go ahead|do)\b|\bchanged? (?:my|your) mind\b` +
		`|\b(?:conservar|mantener|dejar)(?:l[aeo]s?\b|\b)|\b(?:volver|regresar)\b|\bsin \pL+[aei]r(?:l[aeo]s?)?\b|\bno (?:desea|quiere|deseas|quieres|continuar|hacer)\b` +
		`|\b(?:manter|mantê-l[ao]|voltar|deixar como)\b|\bsem \pL+[aei]r\b|(?:^|\s)não (?:deseja|quer|continuar)\b` +
		`|\b(?:behalten|beizubehalten|beibehalten|belassen|zurück(?:zukehren)?)\b|\bohne (?:\pL+ )*zu \pL+|\bnicht (?:möchten|wollen|fortfahren)\b` +
		`|\b(?:garder|conserver|revenir|retourner)\b|\bsans (?:(?:l[ae]s?|rien) |l['’])?\pL+(?:er|ir|re)\b|\bne (?:voulez|souhaitez) pas\b|\bpas continuer\b` +
		`|\b(?:mantenere|mantenerl[ao]|tornare|lasciare com)|\bsenza \pL+(?:are|ere|ire|arl[ao]|erl[ao])\b|\bnon (?:vuole|desidera|vuoi|continuare)\b`)
)
