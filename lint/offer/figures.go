package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// OwnFigure returns where a text tells a person a figure or a date as his own, in bytes, though it
// has no Liquid and so says the same to everybody: "your balance is $350"; 0, 0 where it tells none.
func OwnFigure(text string) (start, end int) {
	if strings.Contains(text, "{{") || strings.Contains(text, "{%") || !ownWords.In(text) {
		return 0, 0
	}
	m := ownFigure.FindStringIndex(text)
	if m == nil {
		return 0, 0
	}
	from := strings.LastIndexAny(text[:m[0]], "!?¡¿\n") + 1
	if figureIf.MatchString(text[from:m[1]]) {
		return 0, 0
	}
	return m[0], m[1]
}

var ownWords = words.AnyOf("balance", "your last", "your latest", "most recent", "points", "miles", "credits", "appointment is", "delivery is",
	"saldo", "solde", "kontostand")

const (
	// figure is a sum or a number, in digits or as a word.
	figure = `(?:[$€£]|R\$|US\$|USD|EUR)? ?(?:[0-9][0-9.,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|cien|ciento|doscientos|quinientos|mil|cem|cento|duzentos|cent|deux|trois|hundert)\b)`

	// day is a date, or a day of the week.
	day = `(?:(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:the )?[0-9]|[0-9]{1,2}[/.][0-9]{1,2}|tomorrow at|today at)`
)

// ownFigure is how one's own figures are told. A price is the same for everybody, and so is what
// one is to pay.
var ownFigure = pattern.Lazy(`(?i)\byour (?:(?:current|available|remaining|account|bank|card|savings|checking|loyalty|points?|reward|rewards|new) ){0,3}balance(?: today)? is[:.]?\s+` + figure +
	`|\byour (?:last|latest|most recent) (?:transaction|payment|purchase|deposit|order) (?:was|of)\b[^{}!?\n]{0,60}?(?:` + day + `|` + figure + `)` +
	`|\byou (?:currently )?have[:.]?\s+` + figure + `[^{}!?\n]{0,40}?\b(?:(?:reward|loyalty|bonus|plastic|member) )?(?:points|miles|credits)\b(?: left| available| in your|\s*[.!]?\s*$)` +
	`|\byour (?:next )?(?:appointment|delivery) is (?:(?:scheduled|booked|set|confirmed) )?(?:for|on)\s+` + day +
	`|\b(?:su|tu) saldo (?:(?:actual|disponible) )?es(?: de)?:?\s+` + figure + `|\b(?:seu|o seu) saldo (?:(?:atual|disponível) )?é(?: de)?:?\s+` + figure +
	`|\bvotre solde (?:(?:actuel|disponible) )?est(?: de)?:?\s+` + figure + `|\bihr (?:aktueller )?kontostand (?:beträgt|ist):?\s+` + figure)

// figureIf is how a sentence begins that speaks of a case, or of an example.
var figureIf = pattern.Lazy(`(?i)\b(?:if|when|once|unless|until|e\.g|example|ejemplo|exemplo|exemple|si|se|wenn|minimum|at least|more than|less than)\b`)

// JoinedKey returns where in a text a key is written onto the word before it, in bytes, and how it is
// to be written: "press1"; 0, 0 where none is.
func JoinedKey(text string) (start, end int, apart string) {
	if !mayJoin(text) {
		return 0, 0, ""
	}
	m := joinedKey.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0, ""
	}
	return m[2], m[3], text[m[4]:m[5]] + " " + text[m[6]:m[7]]
}

// mayJoin looks for a key after the last letter of such a word.
func mayJoin(text string) bool {
	for i := 1; i < len(text); i++ {
		if c := text[i]; (c == '*' || c == '#' || '0' <= c && c <= '9') && strings.IndexByte("slae", text[i-1]|0x20) >= 0 {
			return true
		}
	}
	return false
}

var joinedKey = pattern.Lazy(`(?i)(?:^|[\s,.;(])((press|dial|oprima|marque|presione|digite)([0-9*#]))(?:[\s,.;:!)]|$)`)
