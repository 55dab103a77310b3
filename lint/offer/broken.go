package offer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// BrokenAt returns where in a text a word stands twice or is missing, in bytes, and which of
// the two it is; "" for neither.
func BrokenAt(text string) (start, end int, what string) {
	if words.HoldsAny(text, " .", " ,", "from to", "de a ", "$.", "$ .") {
		if m := gap().FindStringSubmatchIndex(text); m != nil {
			return m[2], m[3], "gap"
		}
	}
	if start, end = twiceAt(text); end > 0 {
		return start, end, "twice"
	}
	return 0, 0, ""
}

// gap is where a value was to come in a sentence: call us at . Hello , welcome. From to.
var gap = pattern.Lazy(`(?i)(?:^|[^\pL}])((?:(?:(?:call|visit|text|reach|contact|email) us|available|located|website|número|llámenos) (?:at|on|al)|(?:address|number|website|name|code|balance|total|date|time|appointment|dirección|número|código|saldo|endereço) (?:is|es|é)|go to|please call|please visit|por favor llame al?|visite|ligue para)\s+[.,](?:\s|$)` +
	`|(?:hello|hi|hey|dear|hola|estimado|estimada|olá|hallo|ciao)\s+,\s` +
	`|from\s+to\s*(?:[.,]|$)|between\s+and\s*(?:[.,]|$)|\$\s?\.(?:\s|$))`)

// onceOnly are words that nobody writes twice on purpose.
var onceOnly = []string{
	"the", "an", "to", "for", "of", "and", "or", "your", "our", "with", "we", "from", "will", "el", "los", "las", "de", "del", "para", "por", "con", "su", "y", "des", "du", "pour",
	"votre", "und", "ein", "eine", "für", "uma", "com", "seu",
}

// twiceAt returns where a word stands twice in a row; 0, 0 when none does.
func twiceAt(text string) (start, end int) {
	last := -1 // where the word before begins
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			if r != ' ' {
				last = -1
			}
			i += size
			continue
		}
		from := i
		for i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && r != '\'' && r != '’' {
				break
			}
			i += size
		}
		word := text[from:i]
		if last >= 0 && strings.EqualFold(strings.TrimSpace(text[last:from]), word) && !strings.Contains(text[last:from], "-") &&
			word == strings.ToLower(word) && slices.Contains(onceOnly, word) && (i == len(text) || strings.IndexByte("-_/@", text[i]) < 0) {
			return last, i
		}
		last = from
	}
	return 0, 0
}

// BreaksOff reports whether a text ends with a word after which something must come.
func BreaksOff(text string) bool {
	if strings.HasSuffix(strings.TrimRight(text, " \n\t"), "}}") || strings.Contains(text, "{{") && len(text) < 40 {
		return false
	}
	if len(text) > longestEnd { // the expression looks at all that stands before its end
		text = text[len(text)-longestEnd:]
		text = text[strings.IndexByte(text, ' ')+1:]
	}
	return words.HoldsAny(text, "call", "visit", "at", " the", "your", "our", " and", " or", " is", " are", " el", " la", " los", "llam", "visite", " es", " ao", " le", " votre", " der", " die", " unser", "para") &&
		brokenEnd().MatchString(text)
}

// longestEnd is how many bytes at the end of a text hold all that brokenEnd may find.
const longestEnd = 60

// brokenEnd is such an end. Names of places end with capitals (Portland, OR), and a question
// may end with any small word.
var brokenEnd = pattern.Lazy(`(?:\b(?i:please (?:call|visit|go to)|visit|(?:call|text|visit|reach|email|contact) us at|(?:website|address|number|hours|email|code|name|line) (?:is|are|at)|while we (?:connect|transfer) you (?:to|with)|por favor (?:llame|visite)|llámenos al|(?:dirección|número|horario|código) es|ligue para|appelez(?:-nous)? au)\s*[.]?` +
	`|\b(?:the|your|our|and|or|an|los|las|nuestro|nuestra|votre|notre|nosso|nossa|unsere|unser|und))\s*$`)
