package offer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/literal"
	"studiolint/lint/words"
)

const space = " \t\n\f\r"

// fillers may stand between a verb and the answer, three of them at most.
var fillers = []string{
	"bitte", "please", "the", "a", "key", "keys", "number", "numbers", "option", "button", "digit", "with", "back", "by", "either", "la", "el", "le",
	"les", "die", "den", "das", "il", "de", "het", "tecla", "taste", "touche", "tasto", "toets", "número", "numero", "opción", "opcion", "zahl",
	"nummer", "num", "numéro", "numero", "op", "u", "dan", "een", "con", "com", "mit", "avec", "par",
}

// emphases are fillers in capitals, too: reply with ONLY the number.
var emphases = []string{"only", "just", "simply", "exactly", "either", "nur", "einfach", "solo", "sólo", "solamente", "seulement", "apenas", "somente"}

// nouns are what a key is called where nouns are written with a capital.
var nouns = []string{"Taste", "Zahl", "Ziffer", "Nummer", "Option"}

// joints join an answer to another: 1, 2, or 3; YES/NO; Y or N.
var joints = []string{"or", "and", "o", "oder", "ou", "und", "et", "y", "e", "of", "u"}

// purposes come after the key of a later item of a list, whose verb stood at its
// beginning: 2 for a cake.
var purposes = []string{"for", "to", "if", "para", "si", "für", "fur", "um", "wenn", "pour", "per", "voor", "om"}

// units may follow a number that is no key: the 4 digits, 2 days.
var units = []string{
	"digit", "digits", "letter", "letters", "character", "characters", "times", "second", "seconds", "minute", "minutes", "hour", "hours", "am", "pm",
	"uhr", "day", "days", "week", "weeks", "dígitos", "digitos", "cifras", "chiffres", "ziffern", "stellen", "cifre", "cijfers",
}

// skip returns with how many bytes of a set a text begins.
func skip(text, set string) int { return len(text) - len(strings.TrimLeft(text, set)) }

// wordIn returns how many bytes the word has that a text begins with, and whether it is
// one of a list.
func wordIn(list []string, text string) (n int, is bool) {
	n = letters(text)
	word := text[:n]
	return n, n > 0 && slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, word) })
}

// isUnit reports whether a text begins with what is counted.
func isUnit(text string) bool {
	return slices.ContainsFunc(units, func(unit string) bool {
		return len(text) >= len(unit) && strings.EqualFold(text[:len(unit)], unit) && !startsWithWord(text[len(unit):])
	})
}

// told returns where an answer stands that comes right after a verb, and how many bytes
// it has: 0 when there is none. After a verb for keys, numbers may be written as words, and a
// key may stand without a blank: press1.
func told(text string, numbers bool) (start, length int) {
	if numbers && text != "" && '0' <= text[0] && text[0] <= '9' {
		return 0, 1
	}
	at := 0
	for range 3 {
		word := at + skip(text[at:], space)
		n, is := wordIn(fillers, text[word:])
		_, emphasis := wordIn(emphases, text[word:])
		if numbers && longSign(text[word:], n) > 0 {
			break
		}
		if word == at || !emphasis && !slices.Contains(nouns, text[word:word+n]) && (!is || text[word:word+n] != strings.ToLower(text[word:word+n])) {
			break
		}
		at = word + n
	}
	start = at + skip(text[at:], space)
	if n := numberSign(text[start:]); n > 0 && start > at {
		return start + n, 1
	}
	if strings.HasPrefix(text[start:], ":") {
		at = start + 1
		start = at + skip(text[at:], space)
	}
	if start == at {
		return 0, 0
	}
	if isIn(text[start:]) {
		return 0, 0
	}
	return start, answer(text[start:], numbers)
}

// isIn reports whether a text begins with the small word of Portuguese for "in the", and not with a no: "no formato
// 00000000". What comes after a no joins another answer, says what it is for, or when.
func isIn(text string) bool {
	rest, ok := strings.CutPrefix(text, "no ")
	if !ok {
		return false
	}
	n := letters(rest)
	return slices.Contains(placesIn, rest[:n])
}

// placesIn are words of Portuguese before which "no" is no answer.
var placesIn = []string{
	"formato", "campo", "chat", "mesmo", "próximo", "proximo", "site", "aplicativo", "app", "seguinte", "padrão",
	"padrao", "link", "máximo", "maximo",
	"mínimo", "prazo", "final", "número", "teclado", "modelo", "idioma", "horário", "período", "texto", "whatsapp",
	"celular", "telefone", "dia", "mês",
	"estilo", "tipo", "espaço", "formulário", "portal", "botão", "menu", "exemplo", "tamanho", "singular", "plural",
	"início", "fim", "corpo", "assunto",
}

// joined returns where an answer stands that is joined to the one before the text, and
// how many bytes it has: 0 when there is none.
func joined(text string, numbers bool) (start, length int) {
	start = skip(text, space)
	if start < len(text) && strings.IndexByte(",/;|", text[start]) >= 0 {
		start++
	}
	start += skip(text[start:], space)
	if n := joint(text[start:]); n > 0 {
		start += n
	}
	start += skip(text[start:], space)
	start += numberSign(text[start:])
	return start, answer(text[start:], numbers)
}

// aside returns how many bytes a group in parentheses has with which a text begins, after blanks: what an answer is
// for, in "1 (sales), 2 (service)".
func aside(text string) int {
	const longest = 40
	start := skip(text, space)
	if start == len(text) || text[start] != '(' {
		return 0
	}
	end := strings.IndexAny(text[start:], ")\n")
	if end < 0 || end > longest || text[start+end] != ')' {
		return 0
	}
	return start + end + 1
}

// numberSign returns 1 where a text begins with the sign for a number and one: #1.
func numberSign(text string) int {
	if len(text) > 1 && text[0] == '#' && isDigit(text[1]) {
		return 1
	}
	return 0
}

// joint returns how many bytes the joint has that a text begins with, 0 for none.
func joint(text string) int {
	for _, joint := range joints {
		if rest, ok := strings.CutPrefix(text, joint); ok && !startsWithWord(rest) {
			return len(joint)
		}
	}
	return 0
}

// startsWithWord reports whether a text begins with an ASCII letter, a digit or a _.
func startsWithWord(s string) bool {
	return s != "" && (s[0] == '_' || s[0] < utf8.RuneSelf && (unicode.IsLetter(rune(s[0])) || unicode.IsDigit(rune(s[0]))))
}

// endsWithWord is startsWithWord for the end of a text.
func endsWithWord(s string) bool { return s != "" && startsWithWord(s[len(s)-1:]) }

// endsWithLetter reports whether a text ends with a letter of any kind, a digit or a _: the end of "médica" is no word.
func endsWithLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return endsWithWord(s) || unicode.IsLetter(r)
}

// answer returns how many bytes the answer has that a text begins with, 0 for none: a
// key, also as an emoji or as a word, what stands in quotes, a word in capitals, a letter,
// or yes or no.
func answer(text string, numbers bool) int {
	switch n := marked(text); {
	case text == "":
		return 0
	case n > 0:
		return n
	case strings.IndexByte(literal.Keys, text[0]) >= 0:
		return 1 + keycap(text[1:])
	}
	if n := quoted(text); n > 0 {
		return n
	}
	if n := capitals(text); n > 0 {
		return n
	}
	if numbers {
		if _, n := number(text); n > 0 {
			return n
		}
	}
	for _, word := range plainAnswers {
		if len(text) >= len(word) && strings.EqualFold(text[:len(word)], word) {
			return len(word)
		}
	}
	return 0
}

// SpeaksOfNumber reports whether a text speaks of numbers or options that are to be chosen.
func SpeaksOfNumber(text string) bool {
	return words.HoldsAny(text, "number", "digit", "option", "choice", "mero", "opci", "opç", "opc", "dígit",
		"numéro", "chiffre", "nummer", "zahl", "ziffer", "1 or 2", "1 o 2", "1 ou 2", "1 oder 2")
}

// plainAnswers are answers however they are written.
var plainAnswers = [...]string{"yes", "nein", "non", "no", "ja", "oui", "sí", "sim", "si", "não", "nao"}

// longestMarked is of how many bytes an answer in quotes or in bold may be: what closes it
// further on is not looked for, or a text with many marks would be read again for each.
const longestMarked = 20 * utf8.UTFMax

// quoted returns how many bytes of a text stand in quotes at its beginning, the quotes
// included, 0 when that is none or too much for an answer.
func quoted(text string) int {
	for _, quotes := range [...][2]string{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}, {"„", "“"}, {"«", "»"}} {
		if rest, ok := strings.CutPrefix(text, quotes[0]); ok {
			inner, _, closed := strings.Cut(rest[:min(len(rest), longestMarked+len(quotes[1]))], quotes[1])
			if n := utf8.RuneCountInString(inner); closed && 1 <= n && n <= 20 && !strings.Contains(inner, "\n") {
				return len(quotes[0]) + len(inner) + len(quotes[1])
			}
		}
	}
	return 0
}

// marked returns how many bytes the word has with which a text begins in bold, as it is
// written in a chat: *YES*.
func marked(text string) int {
	rest, ok := strings.CutPrefix(text, "*")
	if !ok {
		return 0
	}
	inner, _, closed := strings.Cut(rest[:min(len(rest), longestMarked+1)], "*")
	n := utf8.RuneCountInString(inner)
	if !closed || n == 0 || n > 20 || strings.ContainsFunc(inner, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return 0
	}
	return 2 + len(inner)
}

// capitals returns how many bytes the word in capitals has that a text begins with, 0 for
// none. A single letter is one when the sentence ends there, or another answer or a purpose
// follows: R to reschedule, Y or N.
func capitals(text string) int {
	letters, n := 0, 0
	for i, r := range text {
		if !unicode.IsUpper(r) || letters == 20 {
			break
		}
		letters, n = letters+1, i+utf8.RuneLen(r)
	}
	switch {
	case letters >= 2:
		return n
	case letters == 0 || text[0] == 'I' || startsWithWord(text[n:]):
		return 0
	}
	rest := text[n+skip(text[n:], space):]
	_, purpose := wordIn(purposes, rest)
	if purpose || joint(rest) > 0 || isLetterNext(rest) || strings.HasPrefix(rest, "= ") ||
		text[0] != 'A' && (rest == "" || strings.IndexByte(",.;:!?)/", rest[0]) >= 0) ||
		strings.HasPrefix(rest, "/") {
		return n
	}
	return 0
}

// isLetterNext reports whether a text begins with a comma and another single letter: the A of
// "A, B or C" is no article.
func isLetterNext(text string) bool {
	rest, ok := strings.CutPrefix(text, ",")
	rest = rest[skip(rest, space):]
	return ok && rest != "" && 'A' <= rest[0] && rest[0] <= 'Z' && (len(rest) == 1 || strings.IndexByte(",./ )!?;", rest[1]) >= 0)
}
