package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var (
	cardWords     = words.AnyOf("card", "cvv", "cvc", "tarjeta", "karte", "carte", "cart", "kaart", "pasje")
	passwordWords = words.AnyOf("password", "contrase", "senha", "passwort", "kennwort", "mot de passe", "wachtwoord")
)

// AsksForCard reports whether a text asks for what is on a card, and not for its last digits.
func AsksForCard(text string) bool {
	return cardWords.In(text) && !lastDigits.MatchString(text) && !otherCard.MatchString(text) &&
		(cardData.MatchString(text) || cardCode.MatchString(text))
}

// AsksForPIN reports whether a text asks for the PIN of a card, and for nothing else that is on it.
func AsksForPIN(text string) bool {
	return AsksForCard(text) && cardPIN.MatchString(text) && !besidePIN.MatchString(text)
}

// AsksForPassword reports whether a text asks for a password that is good more than once.
func AsksForPassword(text string) bool {
	return passwordWords.In(text) && password.MatchString(text) && !noPassword.MatchString(text)
}

var (
	// Passwords, by verbs of their own: whoever is to say a word is asked for another one.
	password = pattern.Lazy(`(?i)\b(?:enter|type|provide|give|send|reply|respond|choose|create|set|tell|what is|what's)` +
		`\b[^.?!\n]{0,20}\b(?:your|an?) (?:\w+ )?(?:(?:and|or|&) )?(?:new |account |current |login |secret |` +
		`online )?(?:and )?password\b|\b(?:ingres[ea]|introdu(?:zca|ce)|escrib[ae]|digit[ea]|elij[ae]|` +
		`cre[ea]|env[ií][ae]|cu[áa]l es|indi(?:que|ca))\b[^.?!\n]{0,20}\bcontraseña|\b(?:digite|escreva|` +
		`informe|crie|envie|insira|qual (?:é|e) a)\b[^.?!\n]{0,20}\bsenha\b|\b(?:geben|schreiben|wählen|` +
		`senden|nennen) Sie\b[^.?!\n]{0,20}\b(?:Passwort|Kennwort)\b|\bwie lautet ihr (?:Passwort|Kennwort)` +
		`\b|(?:\b(?:saisissez|entrez|choisissez|envoyez|indiquez|quel est)|\Bécrivez)` +
		`\b[^.?!\n]{0,20}\bmot de passe\b|\b(?:inseris(?:ca|ci)|digiti?|scriv[ai]|invi[ai]?|qual (?:è|e))` +
		` (?:la )?(?:sua |tua )?(?:nuova )?password\b|\bvoer\b[^.?!\n]{0,20}\bwachtwoord\b`)
	noPassword = pattern.Lazy(`(?i)\b(?:not|never|nunca|jamais|niemals|forgot(?:ten)?|olvid\w+|esquece\w+|oubli\w*|vergessen|one[ -]time|temporary|temporal|tempor[áa]ria|atendimento|fila)\b|n't`)

	cardData = pattern.Lazy(`(?i)\b(?:enter|type|key in|say|send|reply|respond|tell|give|provide|dial|ingres(?:[ea]|ar)|introdu(?:zca|ce|cir)|digit(?:[ea]|ar)|escrib[ae]|env[ií][ae]|marque|indi(?:que|ca)|` +
		`informe|insira|escreva|envie|geben sie|gib|senden sie|schreiben sie|nennen sie|saisissez|saisir|composez|entrez|entrer|tapez|envoyez|indiquez|` +
		`inseris(?:ca|ci)|inserire|digiti|invi|scriva|voer|toets)\b[^.?!\n]{0,60}` +
		`(?:\b(?:credit|debit|payment|bank)[ -]?card (?:number|pin)|\bcard number\b[^.?!\n]{0,40}\b(?:expir|payment|pay|credit|debit|16|sixteen)|\b(?:16|sixteen)[ -]digit (?:\w+ )?(?:card|number)` +
		`|\b(?:16|sixteen) (?:digits|numbers)\b[^.?!\n]{0,30}\bcard|\bcvv|\bcvc|\b(?:security|verification) code\b[^.?!\n]{0,30}\bcard|\bpin\b[^.?!\n]{0,30}\b(?:credit|debit|bank) card` +
		`|\bcard(?:['’]s)? (?:expir\w+|valid\w+)|\bexpir\w+ date\b[^.?!\n]{0,20}\bcard` +
		`|número de (?:la |su |tu )?tarjeta (?:de (?:crédito|débito|pago)|bancaria)|(?:16|dieciséis) (?:dígitos|números) de (?:la |su |tu )?tarjeta|código de seguridad de (?:la |su |tu )?tarjeta|(?:fecha de )?(?:vencimiento|caducidad|expiración) de (?:la |su |tu )?tarjeta` +
		`|número d[eo] (?:seu )?cartão de (?:crédito|débito)|código de segurança do (?:seu )?cartão|validade do (?:seu )?cartão` +
		`|kreditkartennummer|prüf(?:ziffer|nummer)[^.?!\n]{0,20}karte|numéro de (?:votre |la )?carte (?:de crédit|bancaire|bleue)|cryptogramme|code de sécurité de (?:votre|la) carte|expiration de (?:votre|la) carte` +
		`|numero (?:della|di) (?:sua |tua )?carta di (?:credito|debito)|codice di sicurezza della (?:sua |tua )?carta|scadenza della (?:sua |tua )?carta|creditcardnummer)`)

	// cardCode are questions for a code that stands on cards for payments alone.
	cardCode = pattern.Lazy(`(?i)\bwhat(?:['’]s| is| are) (?:the|your) (?:cvv|cvc|(?:three|3)[ -]digit|(?:credit|debit)[ -]?card (?:number|details|info\w*))|\b(?:three|3)[ -]digit\b[^.?!\n]{0,30}\b(?:back|reverse) of (?:your|the) card\b`)

	cardPIN = pattern.Lazy(`(?i)\bpin\b`)
	// besidePIN is what one pays with.
	besidePIN = pattern.Lazy(`(?i)\bcard number\b|\bcv[vc]\b|\bexpir|\b(?:16|sixteen)\b`)

	// otherCard are cards that pay nothing.
	otherCard = pattern.Lazy(`(?i)\b(?:member(?:ship)?|loyalty|library|insurance|id|identity|gift|reward\w*|bonus|punch|business|` +
		`report|health|student|staff|key|sim|green|social security|medical) ?cards?\b|` +
		`\b(?:(?:tarjeta (?:de )?(?:socio|puntos|identidad|regalo|sanitaria|residencia)|` +
		`cartão (?:de )?(?:sócio|fidelidade|vacina\w*|sus|presente)|(?:kunden|mitglieds|versicherten|` +
		`gesundheits|geschenk|bonus|sim|bibliotheks)karten?\w*)\b|carte (?:de )?(?:(?:membre|vitale|cadeau)` +
		`\b|(?:fidélité|identité)\B)|carta (?:d'imbarco\b|(?:d['’]identità|fedeltà)\B))|cardápio`)
	lastDigits = pattern.Lazy(`(?i)(?:\b(?:last|final|ultimos|ultime|letzten|derniers|laatste)|\Búltimos)\s+(?:4|four|cuatro|quatro|vier|quatre|quattro)\b|\b(?:quatre derni|vier letzte)`)
)
