package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var personalWords = words.AnyOf("pin", "passcode", "nip", "clave", "senha", "geheim", "social", "ssn",
	"insurance", "sozial", "sécurité", "codice")

// SecretAsked returns what a text asks a person for that nobody else is to hear or read, in words: a
// PIN, a password, the number of a card, or of social security; "" for none, for one that is only
// chosen or good once, and for the last digits of one.
func SecretAsked(text string) string {
	switch {
	case AsksForCard(text) && !AsksForPIN(text):
		return "card number"
	case AsksForPassword(text) && !ChoosesSecret(text):
		return "password"
	case !personalWords.In(text) || lastDigits.MatchString(text):
		return ""
	case socialSecurity.MatchString(text):
		return "social security number"
	case personalCode.MatchString(text) && !sharedCode.MatchString(text) && !ChoosesSecret(text):
		return "PIN"
	}
	return ""
}

const asksToTell = `(?i)\b(?:enter|type|key in|say|send|reply|respond|tell|give|provide|dial|what(?:['’]s| is)` +
	`|ingres[ea]|introdu(?:zca|ce)|digit[ea]|escrib[ae]|env[ií][ae]|marque|informe|insira` +
	`|geben sie|senden sie|nennen sie|saisissez|composez|entrez|tapez|inserisca|digiti)\b[^.?!\n]{0,40}?`

var (
	socialSecurity = pattern.Lazy(asksToTell + `\b(?:social security(?: number)?|ssn|national insurance number` +
		`|segur(?:o|idad) social|sozialversicherungsnummer|sécurité sociale)\b`)
	personalCode = pattern.Lazy(asksToTell + `\b(?:pin|passcode|personal identification number|nip` +
		`|clave (?:secreta|personal)|senha|geheim(?:zahl|nummer)|code (?:pin|secret)|codice segreto)\b`)

	// sharedCode is a code that others have as well, that is good once, or that of a place.
	sharedCode = pattern.Lazy(`(?i)\b(?:conference|meeting|participant|event|room|game|class|door|gate|postal|area` +
		`|zip|location|city|delivery|temporary|one[- ]time|sent|texted|e-?mailed|sms|receive[ds]?|pin ?code of` +
		`|(?:6|six)[- ]digit|atendimento|fila` +
		`|(?:never|not|n['’]t) (?:tell|share|give|send|say|reply))\b`)
)
