package offer

import (
	"strings"
	"unicode"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ToDo returns where in a text somebody has noted that something is still to be done, in bytes; 0, 0 for none.
// In a text all in capitals it may be a word of Spanish.
func ToDo(text string) (start, end int) {
	if !words.HoldsUnwritten(text) {
		return 0, 0
	}
	m := toDo.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	small, capital := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			capital++
		}
	}
	if small <= capital || isAll(text, m[2], m[3]) {
		return 0, 0
	}
	return m[2], m[3]
}

// toDo is such a note; as a part of an address or of a name it is none.
var toDo = pattern.Lazy(`(?:^|[\s(\["*])(` + words.Unwritten + `)(?:[\s:;,.!)\]"*]|$)`)

// MayBeAll reports whether a note may be a word of Spanish or Portuguese: nothing is noted after it, as after "TODO:".
func MayBeAll(text string, start, end int) bool {
	return text[start:end] == "TODO" && !strings.HasPrefix(text[end:], ":") && !strings.HasPrefix(text[end:], " -")
}

// isAll reports whether a note is a word of Spanish or Portuguese, for all there is: "TODO INCLUIDO".
func isAll(text string, start, end int) bool {
	if !MayBeAll(text, start, end) {
		return false
	}
	tongue := words.Tongue(text)
	return tongue == "es" || tongue == "pt" || allOf.MatchString(text[end:])
}

// allOf is what stands after that word where it is one.
var allOf = pattern.Lazy(`(?i)^(?: (?:el|la|lo|los|las|al|a|o|os|as|en|em|es|é|está|esta|este|esto|incluid[oa]s?|inclu[íi]d[oa]s?|dia|d[íi]a|s[áa]bado|domingo|lunes|martes|mi[ée]rcoles|jueves|viernes|segunda|ter[çc]a|quarta|quinta|sexta|mundo|con|com|de|del|do|por|para|su|tu|nuestr[oa]s?|noss[oa]s?|o que|lo que|ano|año|mês|mes|gratis|grátis|nuevo|novo)(?:[\s.,;!?]|$)|s?\b [^.!?\n]*[ñ¿¡ãõ])`)
