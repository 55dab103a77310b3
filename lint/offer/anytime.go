package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var anyTimes = words.AnyOf("any time", "anytime", "any point", "any moment", "cualquier momento", "qualquer momento", "jederzeit", "tout moment", "qualsiasi momento", "elk moment")

// AtAnyTime returns the answers that a text says are good at any time: "write MENU at any time to
// start over".
func AtAnyTime(text string) []Offer {
	if !anyTimes.In(text) {
		return nil
	}
	var all []Offer
	for len(text) > 0 {
		n := strings.IndexAny(text, ".!?;\n") + 1
		if n == 0 {
			n = len(text)
		}
		if sentence := text[:n]; always.MatchString(sentence) && !soLong.In(sentence) {
			all = append(all, In(sentence)...)
		}
		text = text[n:]
	}
	return all
}

// soLong is what limits "at any time" to a part of the call.
var soLong = words.AnyOf("time in the next", "time during", "time while", "momento durante", "jederzeit während", "moment pendant", "momento mentre")

var always = pattern.Lazy(`(?i)\b(?:at )?any ?(?:time|point|moment)\b|\ben cualquier momento\b|\b(?:a|em) qualquer momento\b|\bjederzeit\b|à tout moment|\bin qualsiasi momento\b|\bop elk moment\b`)

// AsksForItsNumber reports whether a text asks for the number of an answer, as of one in a list, and
// returns the words that do.
func AsksForItsNumber(text string) (said string, ok bool) {
	if !numberWords.In(text) {
		return "", false
	}
	at := itsNumber.FindStringIndex(text)
	if at == nil {
		return "", false
	}
	return text[at[0]:at[1]], true
}

var numberWords = words.AnyOf("number", "mero", "nummer", "zahl", "chiffre")

var itsNumber = pattern.Lazy(`(?i)\b(?:the|a|its) \*?number\*? (?:of|for|next to|beside|that (?:matches|corresponds to|stands (?:for|beside))|corresponding to|matching) (?:your|the|an|one of the) (?:\w+ )?(?:answers?|choices?|options?|selections?|responses?|items?)\b` +
	`|\bnúmero (?:de|que corresponde a|da|correspondente à) ?(?:su|tu|la|sua|una de las)? ?(?:respuesta|opción|elección|resposta|opção|escolha)` +
	`|\bdie (?:nummer|zahl) (?:ihrer|der|deiner) (?:antwort|wahl|auswahl|option)\b|\ble (?:numéro|chiffre) (?:de|correspondant à) (?:votre|la|l['’]) ?(?:réponse|choix|option)` +
	`|\bil numero (?:della|corrispondente alla) (?:sua |tua )?(?:risposta|scelta|opzione)|\bhet nummer van (?:uw|je|de) (?:antwoord|keuze|optie)`)

// AsksForItem reports whether a text asks for one of some things that were listed before.
func AsksForItem(text string) bool {
	if _, ok := AsksForItsNumber(text); ok {
		return true
	}
	return words.HoldsAny(text, "which", "choose", "pick", "select", "number", "mero", "elij", "escolha", "choisi", "wähl", "scelga", "scegli", "nummer") &&
		oneOfList.MatchString(text)
}

var oneOfList = pattern.Lazy(`(?i)\b(?:which (?:one|of (?:these|them|those)|\w+ (?:would|do) you)|(?:choose|pick|select) (?:one|a number|your)\b|(?:reply|respond|answer|press|enter|text|send) (?:with |back |me |us )*(?:the|a|its) number\b)` +
	`|\b(?:el|o|le|die|il) (?:número|numero|numéro|nummer) (?:de|da|do|der|del|della) |\b(?:elij[ae]|escolha|choisissez|wählen sie|scelga|scegli)\b`)

// IsAnonymous reports whether a text says that who answers is not known.
func IsAnonymous(text string) bool {
	return words.HoldsAny(text, "anonym", "anonim", "nimo", "nima", "confiden", "vertraulich")
}
