package offer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NumeralTongues are the languages whose words for numbers are known.
var NumeralTongues = [...]string{"en", "es", "pt", "fr", "de", "it"}

// counts are numbers of digits that are written as words, by the language: those of NumeralTongues.
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

// Numeral returns a key as a word in a language; "" where there is none that is known.
func Numeral(key, tongue string) string {
	i := slices.Index(NumeralTongues[:], tongue)
	if i < 0 || len(key) != 1 || key[0] < '0' || key[0] > '9' {
		return ""
	}
	if said := counts[i][key[0]-'0']; said != "ein" {
		return said
	}
	return "eins"
}

// Digits returns how many digits a text asks for, and the words that say so; 0 when it names no
// number of them, several, or a bound.
func Digits(text string) (n int, said string) {
	if !words.HoldsAny(text, "digit", "gito", "cifr", "chiffre", "ziffer", "stellig") {
		return 0, ""
	}
	from, to := -1, 0
	for i := 0; i < len(text); {
		size := letters(text[i:])
		if size == 0 {
			i++
			continue
		}
		at := i
		if i += size; size > longestUnit {
			continue
		}
		unit := strings.ToLower(text[at:i])
		number, start := -1, at
		switch rest, joined := strings.CutSuffix(strings.TrimRight(unit, "ernsm"), "stellig"); {
		case joined && rest != "":
			number = Count(rest) // vierstellig
		case joined || slices.Contains(digitUnits, unit):
			number, start = countBefore(text[:at])
		}
		if number < 0 {
			continue
		}
		if from >= 0 {
			return 0, ""
		}
		n, from, to = number, start, i
	}
	if from < 0 || isBound(text[:from]) || goesBeyond(text[to:]) || isException(text[:from]) {
		return 0, ""
	}
	more, end := moreParts(text[to:])
	if more < 0 || comesSecond(text[:from]) {
		return 0, ""
	}
	if strings.HasPrefix(text[to:], ":") || strings.HasPrefix(text[to:], " (") {
		more = 0 // it is what all of the parts make together: "eight digits: two for the day, …"
	}
	return n + more, text[from : to+end]
}

// moreParts returns how many digits the parts of a number have that a sentence names after the first one, and where the
// last of them ends: "two for the month, four for the year". It is -1 where something else is entered after them that
// has no number: "then the number of your house".
func moreParts(rest string) (n, end int) {
	if i := strings.IndexAny(rest, ".!?\n"); i >= 0 {
		rest = rest[:i]
	}
	for i := 0; i < len(rest); {
		size := letters(rest[i:])
		if size == 0 {
			i++
			continue
		}
		word, after := strings.ToLower(rest[i:i+size]), rest[i+size:]
		_, part := wordIn(partOf, strings.TrimLeft(after, space))
		switch {
		case Count(word) > 0 && part && (strings.HasSuffix(rest[:i], ", ") || joint(lastWords(rest[:i])) > 0):
			n, end = n+Count(word), i+size
		case slices.Contains(next, word) && verb(strings.TrimLeft(after, space)) == 0 && !NamesFinish(after):
			return -1, 0
		}
		i += size
	}
	return n, end
}

// comesSecond reports whether something else is entered before what a text ends with: "the floor first, then".
func comesSecond(before string) bool {
	if i := strings.LastIndexAny(before, ".!?\n:"); i >= 0 {
		before = before[i+1:]
	}
	list := words.In(before)
	follows := func(word string) bool { return word != "first" && slices.Contains(next, word) }
	const near = 4 // words
	return slices.ContainsFunc(list, follows) && !NamesKeys(before) &&
		!slices.ContainsFunc(list[max(0, len(list)-near):], func(word string) bool { return verb(word) > 0 })
}

// lastWords is what a text ends with from its last word on.
func lastWords(text string) string {
	text = strings.TrimRight(text, space)
	return text[strings.LastIndexAny(text, space)+1:]
}

// isException reports whether a clause that ends with a text is for numbers that are shorter: "if it has only".
func isException(text string) bool {
	clause := words.In(text[strings.LastIndexAny(text, ",.;:!?\n")+1:])
	return len(clause) > 0 && slices.Contains(supposing, clause[0]) &&
		slices.ContainsFunc(clause, func(word string) bool { return slices.Contains(emphases, word) })
}

var (
	// partOf are words between a number of digits and the part that they are, next between what is entered one after the
	// other, and supposing begin a clause for some numbers alone.
	partOf    = []string{"for", "of", "para", "por", "do", "da", "del", "de", "della", "pour", "du", "für", "per", "voor"}
	next      = []string{"then", "luego", "después", "depois", "puis", "ensuite", "dann", "danach", "anschließend", "poi", "quindi", "first"}
	supposing = []string{"if", "when", "where", "wenn", "falls", "si", "se", "quando", "cuando", "als"}
)

// digitUnits are what digits are called after a number; longestUnit is how many bytes such a word, or one
// that begins with the number, has at most.
var digitUnits = []string{"digit", "digits", "dígito", "dígitos", "digito", "digitos", "cifra", "cifras", "cifre", "chiffre", "chiffres", "ziffer", "ziffern"}

const longestUnit = 24

// among are words between a number and the digits that it counts.
var among = []string{"últimos", "primeros", "primeiros", "derniers", "premiers", "letzten", "ersten", "ultime", "prime"}

// countBefore returns the number that a text ends with, perhaps before a word such as last, and where
// it begins; -1 for none.
func countBefore(text string) (n, start int) {
	word, start := lastWord(text)
	if slices.Contains(among, strings.ToLower(word)) {
		word, start = lastWord(text[:start])
	}
	return Count(word), start
}

// lastWord returns the last word or number of a text, and where it begins.
func lastWord(text string) (word string, start int) {
	end := len(strings.TrimRight(text, " \t\r\n-"))
	start = strings.LastIndexFunc(text[:end],
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) + 1
	if start > 0 {
		_, size := utf8.DecodeRuneInString(text[start-1:])
		start += size - 1
	}
	return text[start:end], start
}

// isBound reports whether what stands before a number makes a bound of it, or one of several.
func isBound(text string) bool {
	trimmed := strings.TrimRight(text, " \t")
	if rest := strings.TrimRight(trimmed, "-–"); rest != trimmed && strings.TrimRight(rest, " 0123456789") != rest {
		return true
	}
	word, start := lastWord(text)
	switch word = strings.ToLower(word); word {
	case "or", "to", "and", "o", "a", "y", "e", "ou", "à", "et", "bis", "oder", "und":
		word, _ = lastWord(text[:start]) // four to six, or up to six
		return Count(word) >= 0 || strings.EqualFold(word, "up") || strings.EqualFold(word, "fino")
	case "of", "de", "di", "von":
		word, _ = lastWord(text[:start])
		word = strings.ToLower(word)
		return slices.Contains([]string{"minimum", "maximum", "mínimo", "máximo", "minimo", "massimo"}, word)
	}
	return slices.Contains(bounds, word)
}

// bounds are words before a number of which it is a bound.
var bounds = []string{"least", "most", "minimum", "maximum", "than", "menos", "hasta", "mínimo", "máximo", "até", "moins", "plus", "mindestens", "höchstens", "maximal", "almeno"}

// goesBeyond reports whether what stands after a number of digits allows more or fewer.
func goesBeyond(text string) bool {
	rest := strings.TrimLeft(text, " \t")
	first := rest[:letters(rest)]
	rest = strings.TrimLeft(rest[len(first):], " \t")
	switch strings.ToLower(first) {
	case "or", "o", "ou", "oder", "at":
		return slices.Contains([]string{"more", "less", "fewer", "least", "most", "más", "menos", "mais", "plus",
			"moins", "mehr", "weniger", "più", "meno"}, strings.ToLower(rest[:letters(rest)]))
	case "max", "min", "maximum", "minimum":
		return true
	}
	return false
}

// AsksNumber reports whether a text asks to enter a number of several digits, or a code.
func AsksNumber(text string) bool { return asksNumber.MatchString(text) }

var asksNumber = pattern.Lazy(`(?i)\b(?:enter|key in|type(?: in)?|dial|input)\b[^.?!]{0,40}\b(?:numbers?|code|pin|zip|date|digits|extension|id)\b` +
	`|\b(?:inserisca|digiti|componga)\b[^.?!]{0,40}\b(?:numero|codice|pin|cifre)\b` +
	`|\b(?:ingres[ea]|introdu(?:zca|ce|za)|digit[ea]|marque|marca|teclee|teclea|insira|informe)\b[^.?!]{0,40}\b(?:número|numero|código|codigo|clave|nip|dígitos|extensión|matrícula|cpf|cédula)\b` +
	`|\bgeben sie\b[^.?!]{0,40}(?:nummer|code|pin)\b|\b(?:saisissez|composez|tapez)\b[^.?!]{0,40}\b(?:numéro|code)\b`)

// DigitsNamed returns how many digits a question is named after, 0 when it is not: ask_pin_4_digits.
func DigitsNamed(name string) int {
	if m := digitsInName.FindStringSubmatch(name); m != nil {
		return Count(m[1])
	}
	return 0
}

var digitsInName = pattern.Lazy(`(?i)(?:^|[^\d])(\d{1,2})[_-]?(?:digits?|d[ií]gitos|stellig)(?:[^a-z]|$)`)

// UpTo returns the greatest number that a text asks for, as it is written, when that has more than
// one digit: "from 1 to 10"; "" for none.
func UpTo(text string) string {
	if m := rangeBeyond.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

var rangeBeyond = pattern.Lazy(`(?i)\b(?:from|between|scale of|number|entre|von|de|del|zwischen|número|zahl|nombre)\s+[0-9]\s*(?:to|and|through|-|–|y|a|al|bis|und|e|à|et)\s*([1-9][0-9]{1,2})\b`)

// AsksForCode reports whether a text asks for a number of several digits: a code, a date.
func AsksForCode(text string) bool { return asksForCode.MatchString(text) }

var asksForCode = pattern.Lazy(`(?i)\b(?:enter|key in|type|dial)\b[^.?!]{0,30}\b(?:number|code|pin|zip|date|year)\b` +
	`|\b(?:ingres[ea]|introdu(?:zca|ce|za)|digit[ea]|marque|teclee|insira|informe)\b[^.?!]{0,30}\b(?:código|codigo|clave|nip|pin|matrícula|cpf|cédula|cep)\b` +
	`|\b(?:ingres[ea]|introdu(?:zca|ce|za)|digit[ea]|marque|teclee|insira|informe)\b[^.?!]{0,30}\bn[úu]mero d[eao] (?:s[uú]a? |tu |teu |la |el )?(?:cuenta|conta|tarjeta|cartão|tel[ée]fono|telefone|celular|cliente|pedido|factura|fatura|contrato|documento)\b` +
	`|\bgeben sie\b[^.?!]{0,30}(?:nummer|pin|code|postleitzahl)\b|\b(?:inserisca|digiti)\b[^.?!]{0,30}\b(?:codice|pin|numero (?:cliente|d['’]ordine|di conto))\b|\b(?:saisissez|composez|tapez)\b[^.?!]{0,30}\b(?:code|numéro de (?:compte|téléphone|client|commande|carte))\b`)

// AnyKey reports whether a text asks to press whichever key, or any but the ones that it names.
func AnyKey(text string) bool { return anyKey.MatchString(text) }

// AnyKeyIn returns the words with which a text asks to press whichever key, "" for none.
func AnyKeyIn(text string) string { return anyKey.FindString(text) }

var anyKey = pattern.Lazy(`(?i)\b(?:press|hit|push|touch)(?: on)? any (?:other )?(?:key|button|digit)\b|\bcualquier (?:otra )?tecla\b|\bqualquer (?:outra )?tecla\b|\bn['’]importe quelle touche\b|\bbeliebige taste\b` +
	`|\b(?:tasto qualsiasi|qualsiasi tasto|tasto qualunque|qualunque tasto|willekeurige toets|dowolny klawisz)\b`)

// MayAskForNumber reports whether there is a sign that a text asks for a number.
func MayAskForNumber(text string) bool { return mayAskForNumber.MatchString(strings.ToLower(text)) }

var mayAskForNumber = pattern.Lazy(`[0-9]|number|how (many|much|old|often|long)|\bage\b|\bzip\b|amount|count|quantity|year|{{`)

// MayWantNumber is a quick look for a number that a text may ask for beside single keys.
func MayWantNumber(text string) bool {
	return words.HoldsAny(text, "number", "how many", "how much", "how old", "digits", "-digit", "code", "pin",
		"extension", "party", "year",
		"numero", "mero", "cuant", "quant", "digo", "wie viel", "nummer", "zahl", "combien", "gitos")
}

// AsksForExtension reports whether a menu tells that a number may be entered, too.
func AsksForExtension(text string) bool { return extension.MatchString(text) }

var extension = pattern.Lazy(`(?i)\b(?:extension|party|enter|dial|extensi[óo]n|anexo|interno|ramal|durchwahl|nebenstelle|poste|numéro|ingrese|digite|marque)\b`)
