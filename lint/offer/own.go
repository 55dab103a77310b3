package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksForOwn reports whether a text asks for a number that each person has of their own: of an account,
// a card, a birthday. A code or a PIN may be one that many share.
func AsksForOwn(text string) bool { return asksForOwn.Of(text) }

var asksForOwn = words.NewMemory(func(text string) bool { return own().MatchString(text) })

var own = pattern.Lazy(`(?i)\b(?:account|customer|member(?:ship)?|policy|order|card|tracking|reference|ticket|case|invoice|patient|student|employee|social security|phone|mobile)(?:['’]s)? (?:number|no\.?|id|digits)\b|\bdigits? (?:of|on) (?:\w+ ){0,3}(?:card|account|social|phone|ssn)\b` +
	`|\b(?:year|date|month|day) of (?:your )?birth\b|\bbirth ?(?:day|date|year)\b|\bcvv\b|\bexpir(?:y|ation)\b|\bssn\b|\bn[úu]mero de (?:su |tu |la )?(?:cuenta|tarjeta|pedido|cliente|socio|póliza|orden|conta|cartão|matr[íi]cula)\b|\bfecha de nacimiento\b|\bdata de nascimento\b|\b(?:kunden|konto|bestell|karten|vertrags|rechnungs)nummer\b|\bgeburtsdatum\b|\bnum[ée]ro de (?:compte|carte|client|commande|dossier)\b|\bdate de naissance\b`)
