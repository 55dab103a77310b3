package offer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	keys  = "0123456789*#"
	space = " \t\n\f\r"
)

// fillers may stand between a verb and the answer, three of them at most.
var fillers = strings.Fields(`the a key keys number numbers option button digit with back by either la el le les die den das il de het
	tecla taste touche tasto toets número numero opción opcion zahl nummer num numéro numero con com mit avec par`)

// joints join an answer to another: 1, 2, or 3; YES/NO; Y or N.
var joints = strings.Fields("or and o oder ou und et y e of")

// purposes come after the key of a later item of a list, whose verb stood at its
// beginning: 2 for a cake.
var purposes = strings.Fields("for to if para si für fur um wenn pour per voor om")

// units may follow a number that is no key: the 4 digits, 2 days.
var units = strings.Fields(`digit digits letter letters character characters times second seconds minute minutes hour hours day days week weeks
	dígitos digitos cifras chiffres ziffern stellen cifre cijfers`)

// skip returns with how many bytes of a set a text begins.
func skip(text, set string) int { return len(text) - len(strings.TrimLeft(text, set)) }

// wordIn returns how many bytes the word has that a text begins with, and whether it is
// one of a list.
func wordIn(list []string, text string) (n int, is bool) {
	if n = strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); n < 0 {
		n = len(text)
	}
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
// it has: 0 when there is none.
func told(text string) (start, length int) {
	at := 0
	for range 3 {
		word := at + skip(text[at:], space)
		n, is := wordIn(fillers, text[word:])
		if !is || word == at || text[word:word+n] != strings.ToLower(text[word:word+n]) {
			break
		}
		at = word + n
	}
	start = at + skip(text[at:], space)
	if strings.HasPrefix(text[start:], ":") {
		at = start + 1
		start = at + skip(text[at:], space)
	}
	if start == at {
		return 0, 0
	}
	return start, answer(text[start:])
}

// joined returns where an answer stands that is joined to the one before the text, and
// how many bytes it has: 0 when there is none.
func joined(text string) (start, length int) {
	start = skip(text, space)
	if start < len(text) && strings.IndexByte(",/;", text[start]) >= 0 {
		start++
	}
	start += skip(text[start:], space)
	for _, joint := range joints {
		if rest, ok := strings.CutPrefix(text[start:], joint); ok && !startsWithWord(rest) {
			start += len(joint)
			break
		}
	}
	start += skip(text[start:], space)
	return start, answer(text[start:])
}

// startsWithWord reports whether a text begins with an ASCII letter, a digit or a _.
func startsWithWord(s string) bool {
	return s != "" && (s[0] == '_' || s[0] < utf8.RuneSelf && (unicode.IsLetter(rune(s[0])) || unicode.IsDigit(rune(s[0]))))
}

// answer returns how many bytes the answer has that a text begins with, 0 for none: a
// key, what stands in quotes, a word in capitals, or yes or no.
func answer(text string) int {
	if text == "" {
		return 0
	}
	if strings.IndexByte(keys, text[0]) >= 0 {
		return 1
	}
	for _, quotes := range [...][2]string{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}} {
		if rest, ok := strings.CutPrefix(text, quotes[0]); ok {
			inner, _, closed := strings.Cut(rest, quotes[1])
			if n := utf8.RuneCountInString(inner); closed && 1 <= n && n <= 20 && !strings.Contains(inner, "\n") {
				return len(quotes[0]) + len(inner) + len(quotes[1])
			}
		}
	}
	capitals, n := 0, 0
	for i, r := range text {
		if !unicode.IsUpper(r) || capitals == 20 {
			break
		}
		capitals, n = capitals+1, i+utf8.RuneLen(r)
	}
	if capitals >= 2 {
		return n
	}
	for _, word := range [...]string{"yes", "no", "ja", "nein", "oui", "sí", "si"} {
		if len(text) >= len(word) && strings.EqualFold(text[:len(word)], word) {
			return len(word)
		}
	}
	return 0
}
