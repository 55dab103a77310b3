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
	b := broken.Of(text)
	return b.start, b.end, b.what
}

type brokenPlace struct {
	start, end int
	what       string
}

var broken = words.NewMemory(func(text string) brokenPlace {
	if words.HoldsAny(text, " .", " ,", "from to", "de a ", "$.", "$ .") {
		if m := gap.FindStringSubmatchIndex(text); m != nil {
			return brokenPlace{m[2], m[3], "gap"}
		}
	}
	if start, end := valueLeftOut(text); end > 0 {
		return brokenPlace{start, end, "gap"}
	}
	if start, end := twiceAt(text); end > 0 {
		return brokenPlace{start, end, "twice"}
	}
	return brokenPlace{}
})

// gap is where a value was to come in a sentence: call us at . Hello , welcome. From to.
var gap = pattern.Lazy(`(?i)(?:^|[^\pL}])((?:(?:(?:call|visit|text|reach|contact|email) us|available|located|website|número|llámenos) (?:at|on|al)|(?:address|number|website|name|code|balance|total|date|time|appointment|dirección|número|código|saldo|endereço) (?:is|es|é)|go to|please call|please visit|por favor llame al?|visite|ligue para)\s+[.,](?:\s|$)` +
	`|(?:hello|hi|hey|dear|hola|estimado|estimada|olá|hallo|ciao)\s+,\s` +
	`|from\s+to\s*(?:[.,]|$)|between\s+and\s*(?:[.,]|$)|\$\s?\.(?:\s|$))`)

// valueLeftOut returns where a text names a way to reach somebody and leaves out the number or the address: "call us at
// or reply", and "call our desk  if", where two blanks stand once, and the text has no number at all; 0, 0 for none.
func valueLeftOut(text string) (start, end int) {
	if words.HoldsAny(text, " us at or ", " us at if ", " us at for ", " us at to ", " us at  ") {
		if m := leftOutAt.FindStringSubmatchIndex(text); m != nil {
			return m[2], m[3]
		}
	}
	if strings.Count(text, "  ") != 1 || strings.ContainsAny(text, "{@0123456789") || words.HoldsAny(text, "://", "www.") {
		return 0, 0
	}
	if m := leftOutBetween.FindStringSubmatchIndex(text); m != nil {
		return m[2], m[3]
	}
	return 0, 0
}

var (
	leftOutAt = pattern.Lazy(`(?i)(?:^|[^\pL])((?:call|text|reach|contact|e-?mail|visit) us at\s+(?:or|if|for|to)) `)

	leftOutBetween = pattern.Lazy(`(?i)(?:^|[^\pL])((?:call|text|e-?mail|phone|dial) (?:us|(?:our|the) [a-z]+(?: [a-z]+){0,3})  (?:or|if|to|for|and|between|from)) `)
)

// onceOnly are words that nobody writes twice on purpose.
var onceOnly = []string{
	"the", "an", "to", "for", "of", "and", "or", "your", "our", "with", "we", "from", "will", "el", "los", "las", "de", "del", "para", "por", "con", "su", "y", "des", "du", "pour",
	"votre", "und", "ein", "eine", "für", "uma", "com", "seu",
	"this", "is", "are", "was", "were", "has", "at", "if", "when", "which", "their", "they", "must", "should", "would", "could", "call", "please", "not", "by", "press",
}

// daysAfter are what "this" stands before as a part of its own: do this this week.
var daysAfter = []string{"week", "weekend", "month", "year", "morning", "afternoon", "evening", "time", "spring", "summer", "fall", "winter", "season", "quarter"}

// twiceAt returns where a word stands twice in a row; 0, 0 when none does.
func twiceAt(text string) (start, end int) {
	before, at := "", 0 // the word before, with nothing but blanks after it, and where it begins
	for i := 0; i < len(text); {
		from := i
		if i = endOfWord(text, i); i == from {
			if text[i] != ' ' {
				before = ""
			}
			i += sizeAt(text, i)
			continue
		}
		word := text[from:i]
		if before != "" && strings.EqualFold(before, word) && word == strings.ToLower(word) &&
			slices.Contains(onceOnly, word) &&
			(i == len(text) || strings.IndexByte("-_/@", text[i]) < 0) && !(word == "this" && isDayAfter(text[i:])) &&
			!(word == "is" && isSubject(text[:at])) {
			return at, i
		}
		before, at = word, from
	}
	return 0, 0
}

// isSubject reports whether a sentence begins with a clause that ends with a verb: "what it is is simple".
func isSubject(before string) bool {
	before = before[strings.LastIndexAny(before, ".!?\n,;:")+1:]
	return slices.ContainsFunc(words.In(before), func(word string) bool {
		return slices.Contains([]string{"what", "all", "who", "where", "whatever"}, word)
	})
}

// isDayAfter reports whether a text begins with a day, or a part of one.
func isDayAfter(text string) bool {
	text = strings.TrimLeft(text, " ")
	return slices.Contains(daysAfter, strings.ToLower(text[:endOfWord(text, 0)]))
}

// KeyLeftOut returns the key that is left out most likely where a word stands twice: 2 of "press to to
// hear it", when the text offers others and not that one; "" for none.
func KeyLeftOut(text string, start int) string {
	word, at := lastWord(text[:start])
	if !strings.HasPrefix(text[start:], "to ") || !presses(text[at:]) || word == "" {
		return ""
	}
	offers := In(text)
	if len(offers) == 0 || slices.ContainsFunc(offers, func(o Offer) bool { return !o.IsKey() || o.Answer == "2" }) {
		return ""
	}
	return "2"
}

var fillerWords = words.AnyOf("so on", "so forth", "etc", "sucesiv", "diante", "und so weiter", "usw")

// Filler returns where in a text a list of one thing ends as if more were to come: "We have: tea, and
// so on."; 0, 0 for none.
func Filler(text string) (start, end int) {
	const longest = 24 // bytes of such words
	end = len(strings.TrimRight(text, ".… \t\n\f\r"))
	if !fillerWords.In(text[max(0, end-longest):end]) {
		return 0, 0
	}
	if m := filler.FindStringSubmatchIndex(text); m != nil {
		return m[2], m[3]
	}
	return 0, 0
}

var filler = pattern.Lazy(`(?i):\s*[^:,;.\n]{1,60},?\s*\b(and so on|and so forth|etc|etcetera|etcétera|y así sucesivamente|e assim por diante|und so weiter|usw)[.…\s]*$`)

var developerWords = words.AnyOf("widget", "webhook", "api ", "http", "endpoint", "subflow", "twiml", "json", "lambda", "implement", "implément")

// Developers returns where in a text the words of developers stand that tell of a failure, or of what is not there yet:
// "the widget failed", "HTTP error", "not yet implemented"; 0, 0 for none.
func Developers(text string) (start, end int) {
	if !developerWords.In(text) {
		return 0, 0
	}
	if m := developers.FindStringIndex(text); m != nil {
		return m[0], m[1]
	}
	return 0, 0
}

var developers = pattern.Lazy(`(?i)\b(?:widget|webhook|API(?: call| request)?|HTTP(?: call| request| invocation)?|endpoint|subflow|TwiML|JSON|lambda)(?: has| was| is| returned(?: an?)?)? (?:failed|failure|errors?|timed out|exception|crashed)\b` +
	`|\bnot (?:yet )?(?:been )?implemented\b|\bno (?:está )?implementad[oa]\b|\bnão (?:está )?implementad[oa]\b|\bnoch nicht implementiert\b|\bpas (?:encore )?implémenté`)

// endOfWord returns where the word ends that begins at a place, that place when none does.
func endOfWord(text string, i int) int {
	for from := i; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c |= 0x20; (c < 'a' || c > 'z') && (text[i] != '\'' || i == from) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && (r != '’' || i == from) {
			return i
		}
		i += size
	}
	return i
}

func sizeAt(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	return size
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
	return endsOpenly(text) &&
		words.HoldsAny(text, "call", "visit", "at", " the", "your", "our", " and", " or", " is", " are", " el", " la",
			" los", "llam", "visite", " es", " ao", " le", " votre", " der", " die", " unser", "para") &&
		brokenEnd.MatchString(text)
}

// OptionsLeftOut reports whether a question ends where it was to tell what can be answered: "You can say…".
func OptionsLeftOut(text string) bool {
	text = strings.TrimSpace(text)
	return (strings.HasSuffix(text, "..") || strings.HasSuffix(text, "…")) &&
		withoutOptions.MatchString(text[max(0, len(text)-longestEnd):])
}

var withoutOptions = pattern.Lazy(`(?i)\b(?:(?:you (?:can|may) )?(?:say|press|choose|select|pick|dial)(?: (?:one of|from)(?: the following)?)?|(?:options|choices) (?:are|include)|(?:puede|puedes) (?:decir|elegir|marcar)|diga|presione|pulse|marque|(?:você )?pode (?:dizer|escolher)|aperte|digite|vous pouvez (?:dire|choisir)|dites|appuyez sur|sie können (?:sagen|wählen)|sagen sie|drücken sie)\s*:?\s*(?:\.{2,}|…)$`)

// endsOpenly is a quick look for one of the words that end what brokenEnd finds.
func endsOpenly(text string) bool {
	const blank = " \t\n\f\r"
	text = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(text, blank), "."), blank)
	return slices.ContainsFunc(openWords, func(word string) bool {
		return len(text) >= len(word) && strings.EqualFold(text[len(text)-len(word):], word)
	})
}

var openWords = []string{
	"call", "visit", "to", "at", "is", "are", "with", "llame", "visite", "al", "es", "para", "au",
	"the", "your", "our", "and", "or", "an", "los", "las", "nuestro", "nuestra", "votre", "notre", "nosso", "nossa", "unsere", "unser", "und",
}

// longestEnd is how many bytes at the end of a text hold all that brokenEnd may find.
const longestEnd = 60

// brokenEnd is such an end. Names of places end with capitals (Portland, OR), and a question
// may end with any small word.
var brokenEnd = pattern.Lazy(`(?:\b(?i:please (?:call|visit|go to)|(?:call|text|visit|reach|email|contact) us at|(?:website|address|number|hours|email|code|name|line) (?:is|are|at)|while we (?:connect|transfer) you (?:to|with)|por favor (?:llame|visite)|llámenos al|(?:dirección|número|horario|código) es|ligue para|appelez(?:-nous)? au)\s*[.]?` +
	`|(?i:(?:^|[.!?;:,]\s{1,3}|\b(?:to|then|or|and|can|may|must|just|also) )visit)\s*[.]?|\b(?:the|your|our|and|or|an|los|las|nuestro|nuestra|votre|notre|nosso|nossa|unsere|unser|und))\s*$`)
