package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// EndsWithYourNumber reports whether a text ends where the number of the person follows: "we have your number as".
func EndsWithYourNumber(text string) bool {
	const near = 60
	text = text[max(0, len(text)-near):]
	return words.HoldsAny(text, "number", "nummer", "mero") && yourNumber.MatchString(text)
}

var yourNumber = pattern.Lazy(`(?i)\b(?:your (?:own )?(?:(?:tele)?phone |mobile |cell |callback )?number(?: (?:is|as|of|which is|ending (?:in|with)|ends (?:in|with)))?|(?:ihre|deine) (?:(?:telefon|handy|mobil|ruf)?nummer|rückrufnummer)(?: (?:ist|lautet|als))?` +
	`|(?:su|tu) n[úu]mero(?: de (?:tel[ée]fono|m[óo]vil|celular))?(?: (?:es|como))?|(?:seu|teu) n[úu]mero(?: de (?:telefone|celular))?(?: (?:é|como))?|votre numéro(?: de téléphone)?(?: (?:est(?: le)?|comme))?)[:,]? *$`)
