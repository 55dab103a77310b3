package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var (
	cardWords     = words.AnyOf("card", "cvv", "cvc", "tarjeta", "karte", "carte")
	passwordWords = words.AnyOf("password", "contrase", "senha", "passwort", "kennwort", "mot de passe")
)

// AsksForCard reports whether a text asks for what is on a card, and not for its last digits.
func AsksForCard(text string) bool {
	return cardWords.In(text) &&
		words.HoldsAny(text, "number", "digit card", "pin", "cvv", "cvc", "code", "mero de", "kreditkartennummer") &&
		cardData().MatchString(text) && !lastDigits().MatchString(text)
}

// AsksForPassword reports whether a text asks for a password that is good more than once.
func AsksForPassword(text string) bool {
	return passwordWords.In(text) && password().MatchString(text) && !noPassword().MatchString(text)
}

var (
	password = pattern.Lazy(`(?i)\b(?:enter|type|provide|give|choose|create|set|tell|what is|what's)\b[^.?!\n]{0,20}\b(?:your|an?) (?:new |account |current |login |secret )?password\b` +
		`|\b(?:ingrese|introduzca|escriba|digite|elija|cree)\b[^.?!\n]{0,20}\bcontraseña` +
		`|\b(?:digite|escreva|informe|crie)\b[^.?!\n]{0,20}\bsenha\b` +
		`|\b(?:geben|schreiben|wählen) Sie\b[^.?!\n]{0,20}\b(?:Passwort|Kennwort)\b|\b(?:saisissez|entrez|écrivez|choisissez)\b[^.?!\n]{0,20}\bmot de passe\b`)
	noPassword = pattern.Lazy(`(?i)\b(?:not|never|nunca|jamais|niemals|forgot(?:ten)?|one[ -]time|temporary|temporal|tempor[áa]ria|atendimento|fila)\b|n't`)

	cardData   = pattern.Lazy(`(?i)\b(?:enter|type|key in|say|send|reply|tell|give|provide|ingrese|introduzca|digite|escriba|geben sie|saisissez|composez)\b[^.?!\n]{0,60}(?:\b(?:credit|debit|payment|bank)[ -]?card (?:number|pin)|\bcard number\b[^.?!\n]{0,40}\b(?:expir|payment|pay|credit|debit|16|sixteen)|\b(?:16|sixteen)[ -]digit (?:card|number)|\bcvv|\bcvc|\b(?:security|verification) code\b[^.?!\n]{0,30}\bcard|\bpin\b[^.?!\n]{0,30}\b(?:credit|debit|bank) card|número de (?:su |tu )?tarjeta de (?:crédito|débito)|kreditkartennummer|numéro de (?:votre )?carte (?:de crédit|bancaire))`)
	lastDigits = pattern.Lazy(`(?i)\b(?:last|final|últimos|ultimos|letzten|derniers)\s+(?:4|four|cuatro|vier|quatre)\b`)
)
