package offer

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// counts are numbers of digits that are written as words, by the language.
var counts = [...][]string{
	{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"},
	{"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis"},
	{"zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", "catorze", "quinze", "dezesseis"},
	{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"},
	{"null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn"},
	{"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici"},
}

// Count reads a number that is written in digits or as a word; -1 when it is none.
func Count(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	text = strings.ToLower(text)
	for _, words := range counts {
		if n := slices.Index(words, text); n >= 0 {
			return n
		}
	}
	return -1
}

// Digits returns how many digits a text asks for, and the words that say so; 0 when it names no
// number of them, several, or a bound.
func Digits(text string) (n int, said string) {
	if !words.HoldsAny(text, "digit", "gitos", "cifr", "chiffre", "ziffer", "stellig") {
		return 0, ""
	}
	all := countedDigits().FindAllStringSubmatchIndex(text, -1)
	if len(all) != 1 {
		return 0, ""
	}
	m := all[0]
	from, to := m[2], m[3]
	if from < 0 {
		from, to = m[4], m[5]
	}
	if bounded().MatchString(text[:from]) || beyond().MatchString(text[m[1]:]) {
		return 0, ""
	}
	return max(Count(text[from:to]), 0), text[from:m[1]]
}

// written is a number as it stands before digits.
const written = `\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen` +
	`|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|dois|três|quatro|sete|oito|nove|dez|onze|doze|treze|catorze|quinze|dezesseis` +
	`|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|treize|quatorze|quinze|seize` +
	`|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici`

var (
	countedDigits = pattern.Lazy(`(?i)(?:^|[^\pL\d])(` + written + `)[\s-]*(?:(?:últimos|primeros|primeiros|derniers|premiers|letzten|ersten|ultime|prime)\s+)?(?:digits?|d[íi]gitos|cifras|chiffres|ziffern|cifre)\b` +
		`|(?:^|[^\pL\d])(` + written + `)-?stellig`)
	bounded = pattern.Lazy(`(?i)\b(?:or|to|and|o|a|y|e|ou|à|et|bis|oder|und|at least|at most|up to|minimum(?: of)?|maximum(?: of)?|than|al menos|hasta|mínimo(?: de)?|máximo(?: de)?|até|pelo menos|au moins|jusqu['’]à|mindestens|höchstens|maximal|almeno|fino a)\s*$|\d\s*[-–]\s*$`)
	beyond  = pattern.Lazy(`(?i)^\s*(?:or (?:more|less|fewer)|o (?:más|menos)|ou (?:mais|menos|plus|moins)|oder (?:mehr|weniger)|at (?:least|most)|max|min)`)
)

// AsksNumber reports whether a text asks to enter a number of several digits, or a code.
func AsksNumber(text string) bool { return asksNumber().MatchString(text) }

var asksNumber = pattern.Lazy(`(?i)\b(?:enter|key in|type(?: in)?|dial|input)\b[^.?!]{0,40}\b(?:numbers?|code|pin|zip|date|digits|extension)\b` +
	`|\b(?:ingrese|introduzca|digite|marque|teclee)\b[^.?!]{0,40}\b(?:número|numero|código|codigo|clave|nip|dígitos|extensión|matrícula|cpf|cédula)\b` +
	`|\bgeben sie\b[^.?!]{0,40}(?:nummer|code|pin)\b|\b(?:saisissez|composez|tapez)\b[^.?!]{0,40}\b(?:numéro|code)\b`)

// AsksForSecret reports whether a text asks for a code that not everybody is to know: a PIN, a
// password, the code of a door.
func AsksForSecret(text string) bool {
	return words.HoldsAny(text, "pin", "pass", "code", "digo", "clave", "contrase", "nip", "senha", "geheim", "kennwort", "codice") && secretCode().MatchString(text)
}

var secretCode = pattern.Lazy(`(?i)\b(?:pin|pass ?codes?|passwords?|(?:access|security|secret|entry|door|gate|staff|employee|admin(?:istrator)?) (?:code|number)|contraseña|nip|clave(?: de acceso| secreta| personal)?` +
	`|c[óo]digo (?:de (?:acceso|acesso|seguridad|segurança)|secreto)|senha|code (?:secret|confidentiel|d['’]accès)|mot de passe|geheim(?:zahl|nummer|code)|passwort|kennwort|zugangscode|codice (?:segreto|di accesso))\b`)
