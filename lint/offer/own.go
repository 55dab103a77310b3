package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksForOwn reports whether a text asks for a number that each person has of their own: of an account,
// a card, a birthday. A code or a PIN may be one that many share.
func AsksForOwn(text string) bool { return asksForOwn.Of(text) }

var asksForOwn = words.NewMemory(func(text string) bool { return own.MatchString(text) })

var own = pattern.Lazy(`(?i)\b(?:account|customer|member(?:ship)?|policy|order|card|tracking|reference|ticket|case|invoice|patient|student|employee|social security|phone|mobile)(?:['’]s)? (?:number|no\.?|id|digits)\b|\bdigits? (?:of|on) (?:\w+ ){0,3}(?:card|account|social|phone|ssn)\b` +
	`|\b(?:year|date|month|day) of (?:your )?birth\b|\bbirth ?(?:day|date|year)\b|\bcvv\b|\bexpir(?:y|ation)\b|\bssn\b|\bcpf\b|\bdni\b|\bn[úu]mero de (?:su |tu |la )?(?:cuenta|tarjeta|pedido|cliente|socio|póliza|orden|conta|cartão|matr[íi]cula)\b|\bfecha de nacimiento\b|\bdata de nascimento\b|\b(?:kunden|konto|bestell|karten|vertrags|rechnungs)nummer\b|\bgeburtsdatum\b|\bnum[ée]ro de (?:compte|carte|client|commande|dossier)\b|\bdate de naissance\b`)

// HasToBeLookedUp reports whether a text asks for a number that hardly anybody knows by heart: of a card, an
// account, an order, or a code that was sent.
func HasToBeLookedUp(text string) bool { return lookedUp.MatchString(text) }

var lookedUp = pattern.Lazy(`(?i)\b(?:account|customer|member(?:ship)?|policy|order|card|tracking|reference|ticket|case|invoice|booking|confirmation|verification)(?:['’]s)? (?:number|no\.?|id|code)\b|\b(?:digit|security|access|one-time|passcode|sent you|texted you|received) ?(?:code|passcode)?\b[^.?!\n]{0,30}\bcode\b|\bcode\b[^.?!\n]{0,30}\b(?:sent|texted|e-?mailed|received)\b|\b\w+[ -]digit code\b` +
	`|\bc[óo]digo\b|\bn[úu]mero de (?:su |tu |la |o )?(?:cuenta|tarjeta|pedido|cliente|p[óo]liza|orden|conta|cart[ãa]o)\b|\b(?:kunden|konto|bestell|karten|vertrags|rechnungs)nummer\b|\bnum[ée]ro de (?:compte|carte|client|commande|dossier)\b`)
