package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// MayTellChoice is a quick look for what Chosen and ChosenKey find.
func MayTellChoice(text string) bool {
	return words.HoldsAny(text, "you", "ha", "con", "voc", "para", "vous", "sie", "oprim", "presion", "marc", "eleg", "selec")
}

// Chosen returns the words with which a text tells a person what was chosen, and where they stand,
// in bytes; "" when it tells none: "you selected sales", "connecting you to sales".
func Chosen(text string) (said string, at int) {
	m := youChose.FindStringSubmatchIndex(text)
	if m == nil || onCondition.MatchString(text[strings.LastIndexAny(text[:m[0]], ".!?\n")+1:m[0]]) {
		return "", 0
	}
	return text[m[2]:m[3]], m[2]
}

// ChosenKey returns the key that a text says was pressed, and where it stands, in bytes; "" when
// it names none.
func ChosenKey(text string) (key string, at int) {
	m := youPressed.FindStringSubmatchIndex(text)
	if m == nil {
		return "", 0
	}
	return text[m[2]:m[3]], m[2]
}

// youChose is how a text tells a person what was chosen, with the words for it.
var youChose = pattern.Lazy(`(?i)\b(?:you(?:'ve| have)? (?:selected|chosen|chose|picked)|(?:connect|transferr?|forward|direct|rout)(?:ing)? you (?:to|with|through to)|(?:put|putting) you through to|(?:be|being) (?:put through|connected|transferr?ed|forwarded|directed|routed) (?:to|with)|(?:ha|has) (?:seleccionado|elegido|escogido)|(?:comunic|transfer|conect)\pL* con|você (?:escolheu|selecionou)|(?:transferi|encaminha)\pL* para|vous avez (?:choisi|sélectionné)|mett(?:ons|ez|ez-vous) en (?:relation|communication|contact) avec|Sie haben|verbinden? Sie (?:nun |jetzt |gleich |direkt )?mit|mettiamo in (?:contatto|comunicazione|linea) con)\s+([^.!?,;\n]{2,50})`)

// onCondition is what stands before such words where they tell of what may come: "or reply AGENT,
// and we will connect you with an agent".
var onCondition = pattern.Lazy(`(?i)\b(?:if|when|once|unless|until|reply|respond|press|say|text|type|write|send|si|cuando|responda|responde|escriba|escribe|oprima|marque|presione|diga|se|quando|digite|wenn|antworten|drücken|répondez|tapez)\b`)

// youPressed is how a text tells it by the key.
var youPressed = pattern.Lazy(`(?i)\b(?:you(?:'ve| have)? (?:pressed|selected|chosen|chose|entered)|(?:ha )?(?:oprimi|presion|marc|eleg|seleccion)(?:ó|ado|ido)|você (?:digitou|escolheu)|vous avez (?:tapé|choisi|appuyé sur))\s+(?:the |number |option |key |la |el |opción |número |a |opção |le |numéro )*([0-9])\b`)

// KeyNamed returns the key that a label names, when it names nothing else: "User pressed 2"; "" for
// none.
func KeyNamed(label string) string {
	if m := keyLabel.FindStringSubmatch(label); m != nil {
		return m[1]
	}
	return ""
}

var keyLabel = pattern.Lazy(`(?i)^(?:(?:the |if |when |user |caller |customer )*(?:press(?:es|ed)?|key|digit|option|choice|input|equals?|is|entered|dial(?:ed|s)?|reply|replied|says?|sent|tecla|opci[óo]n|presion[aóo]|oprim[eió]+|marc[aóo]|pulsa|op[çc][ãa]o|digitou|touche|taste|zahl)[ :=#_-]*)*"?([0-9])"?$`)
