package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Form returns the words of a text that say in what form an answer is to be: "5-digit", "YYYY-MM-DD", an e-mail
// address that is asked for; "" for none.
func Form(text string) string {
	const fewest = 3 // digits that are a number, and not one of a few choices
	if n, said := Digits(text); n >= fewest && asksInForm(sentenceOf(text, said)) {
		if after := afterForm(text, said); leavesOpen(text, after) || isOfThing(said, after) {
			return ""
		}
		return said
	}
	if !words.HoldsAny(text, "mm", "mail", "correo", "courriel") {
		return ""
	}
	for _, written := range [...]*pattern.Expression{writtenDate, writtenTime} {
		if m := written.FindString(text); m != "" && (asksInForm(sentenceOf(text, m)) || standsAlone(text, m)) && !leavesOpen(text, afterForm(text, m)) {
			return m
		}
	}
	if m := asksEmail.FindStringSubmatch(text); m != nil && !MaySkip(text) && !leavesOpen(text, afterForm(text, m[1])) {
		return m[1]
	}
	return ""
}

// standsAlone reports whether some words are all of a sentence, perhaps in brackets, in a text that asks for something.
func standsAlone(text, said string) bool {
	return strings.Trim(sentenceOf(text, said), " \t()[].:") == said && AsksAnything(text)
}

// asksInForm reports whether a sentence asks for something, also in words with which one asks for data.
func asksInForm(sentence string) bool {
	return AsksAnything(sentence) || asksData.MatchString(sentence)
}

var asksData = pattern.Lazy(`(?i)\b(?:indique[zr]?|saisi(?:ssez|r)|entre[zr]|tape[zr]|ingres[ea]|introdu(?:zca|ce)|digit[ea]|informe|insira|geben sie|inserisca|inserisci|scriv[ai]|voer|schrijf|geef|proporcione|provide|share|format|formato|formato:)\b`)

// afterForm returns what stands after some words in their sentence.
func afterForm(text, said string) string {
	sentence := sentenceOf(text, said)
	return sentence[strings.Index(sentence, said)+len(said):]
}

// leavesOpen reports whether a text takes another answer than one in the form after which some words stand: this or
// that, or something else under a condition.
func leavesOpen(text, after string) bool {
	return otherwise.MatchString(after) || conditional.MatchString(text)
}

// isOfThing reports whether how many digits there are tells of a thing that has a number, and not of the number.
func isOfThing(said, after string) bool {
	said = strings.ToLower(said)
	if !strings.HasSuffix(said, "digit") && !strings.Contains(said, "stellig") {
		return false // what has digits is the answer
	}
	return !numbered.MatchString(after)
}

var (
	otherwise   = pattern.Lazy(`(?i)(?:^|[\s,/(])(?:or|oder|o|u|ou|and/or|y/o|e/ou|et/ou|beziehungsweise|bzw\.?)[\s,]`)
	conditional = pattern.Lazy(`(?i)(?:^|[\s,.(;:–-])(?:if|in case|unless|otherwise|wenn|falls|sofern|ansonsten|si|sinon|se|caso)\s`)
	numbered    = pattern.Lazy(`(?i)^\W{0,3}(?:$|(?:[\pL\d]+[ -]){0,3}?[\pL-]*(?:number|no\.|num|code|zip|pin|id|key|passcode|postcode|password|year|nummer|zahl|plz|leitzahl|kennzahl|jahr)\b)`)
)

// sentenceOf returns the sentence of a text in which some words stand.
func sentenceOf(text, said string) string {
	const ends = ".!?\n"
	at := strings.Index(text, said)
	from := strings.LastIndexAny(text[:at], ends) + 1
	if i := strings.IndexAny(text[at+len(said):], ends); i >= 0 {
		return text[from : at+len(said)+i+1]
	}
	return text[from:]
}

var (
	writtenDate = pattern.Lazy(`(?i)\b(?:(?:yyyy|aaaa|jjjj)[-/. ]?mm[-/. ]?(?:dd|tt|jj)|(?:dd|tt|jj|mm)[-/. ](?:mm|dd)[-/. ](?:yyyy|yy|aaaa|aa|jjjj|jj)|(?:mmdd|ddmm|ttmm|jjmm)(?:yyyy|yy|aaaa|jjjj))\b`)
	writtenTime = pattern.Lazy(`(?i)\bhh[:.]mm\b`)
	asksEmail   = pattern.Lazy(`(?i)(?:\b(?:what(?:['’]s| is)|enter|type|provide|send(?: us)?|reply with|give us|share|tell us)|\b(?:cu[áa]l es|ingrese|ingresa|escriba|escribe|env[íi]e|indique|proporcione|qual [ée]|digite|informe|envie|escreva|quelle est|entrez|saisissez|indiquez|envoyez|wie lautet|(?:geben|nennen|senden|schreiben) sie(?: uns)?(?: bitte)?)) ` +
		`((?:your|the|a valid|su|tu|o seu|seu|votre|ihre|deine)(?: \pL+){0,2}? (?:e-?mail|correo(?: electr[óo]nico)?|courriel)(?:[ -]?(?:address|adresse))?)(?:[ ?.,:!)]|$)`)
)

// AsksOpenly reports whether a text asks one thing that no yes or no answers: how, what, which. How about
// Tuesday is answered by a yes, and so is what is told to be so answered.
func AsksOpenly(text string) bool {
	return words.HoldsAny(text, "how ", "what ", "what’s", "what's", "which ", "where ", "when ", "cómo ", "qué ",
		"cuál", "dónde ", "wie ", "was ", "welche", "wo ", "wann ", "comment ", "quel", "que ", "como ", "qual ",
		"onde ", "why ", "who ", "come ", "cosa ", "pourquoi", "perch", "por qu") &&
		asksHow.MatchString(text) && !answeredByYes.MatchString(text)
}

var (
	asksHow       = pattern.Lazy(`(?i)^(?:[^?]*[.!:\n,]\s*)?¿?(?:and |so |y |und |et |e )?(?:how (?:can|may|could|do|did|was|were|would|many|much|old|often|long)|why|who|what(?:['’]s| is| are| do| would| can| kind| type| time| day)|which|where|when|cómo|qué|cuál(?:es)?|dónde|cuándo|wie (?:k[öo]nnen|viele|alt|oft|lange|lautet|war|ist|hei[ßs])|warum|was (?:ist|sind|m[öo]chten|kann|k[öo]nnen|darf|wollen|w[üu]nschen|soll|sollen|haben|hat|fehlt|passt|brauchen|bringt|führt|tun)|welche[rsn]?|wo|wann|comment|pourquoi|que (?:souhaitez|voulez|désirez)|quel(?:le)?s?|como|o que|por que|por qué|qual|quais|come (?:è|sono|si|ti|va|sta|posso|possiamo|preferisce)|cosa|onde|quando)[^\pL?][^?]*\?[^?]*$`)
	answeredByYes = pattern.Lazy(`(?i)\b(?:(?:yes|no|y/n|sim|não|ja|nein|oui|non|how about|what about|what if|sound|or not|correct|right)\b|sí\B)|[("“'*][yn][)"”'*]`)
)

// NamesDecision reports whether a text says that the answer is a yes or a no.
func NamesDecision(text string) bool {
	return words.HoldsAny(text, "yes", "y/n", "sim", "oui", "ja ", "ja/", "si ", "sí", "s/n") && namesDecision.MatchString(text)
}

var namesDecision = pattern.Lazy(`(?i)(?:\b(?:yes|y)\b[^.?!\n]{0,16}\b(?:no|n)\b|\b(?:sim|s)\b[^.?!\n]{0,16}\b(?:não|nao|n)\b|\b(?:sí|si|s)[^\pL.?!\n][^.?!\n]{0,15}\bno?\b|\boui\b[^.?!\n]{0,16}\bnon\b|\bja\b[^.?!\n]{0,16}\bnein\b)`)

// Chooses reports whether a question has one choose between things: coffee or tea, SMS or e-mail; not where those
// only say what is meant: a shelter, like a hotel or a hostel.
func Chooses(text string) bool {
	return words.HoldsAny(text, " or ", " o ", " u ", " ou ", " oder ") &&
		!words.HoldsAny(text, "like a", "like an", "such as", "e.g", "including", "any of", "one or more", "or not",
			"or any", "or other")
}
