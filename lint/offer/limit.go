package offer

import (
	"strconv"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// A Limit is the least or the greatest number that a text lets pass: "you must be 18 or older", "at most 10 tickets".
type Limit struct {
	Number int
	Least  bool   // it is the least one
	Said   string // in the words of the text
	Age    bool   // years of age
	Money  bool   // a sum
}

// LimitIn returns the limit that a text names, when it names one, and not one of time, of attempts or of signs.
func LimitIn(text string) (l Limit, ok bool) {
	if !strings.ContainsAny(text, "0123456789") || !words.HoldsAny(text, "least", "must", "minim", "mínim", "older",
		"over", "under", "most", "maxim", "máxim", "more than", "up to", "menos", "mayor", "maior", "más de",
		"mais de", "hasta", "até",
		"moins", "plus", "jusqu", "mindest", "höchst", "bis zu", "mehr als", "o más", "ou mais", "ou plus", "almeno", "massimo", "fino a") {
		return l, false
	}
	years := false
	for i, is := range []*pattern.Expression{least, most} {
		all := is.FindAllStringSubmatchIndex(text, -1)
		if len(all) == 0 {
			continue
		}
		if ok || len(all) > 1 {
			return l, false // two limits
		}
		m := all[0]
		for g := 2; g < len(m); g += 2 {
			if m[g] < 0 {
				continue
			}
			n, err := strconv.Atoi(text[m[g]:m[g+1]])
			if err != nil || !endsNumber(text[m[g+1]:]) || otherMeasure.MatchString(text[m[g+1]:]) {
				return l, false
			}
			l, ok = Limit{Number: n, Least: i == 0, Said: text[m[0]:m[1]]}, true
			l.Money = strings.ContainsAny(text[:m[g]][max(0, m[g]-4):], "€$£") || moneyUnit.MatchString(text[m[g+1]:])
			years = yearUnit.MatchString(text[m[g+1]:])
		}
	}
	l.Age = ok && ages.MatchString(text)
	return l, ok && (l.Age || !years)
}

// LimitAsked returns the limit that a question names, the number itself within it: not "mayor de 18", which may leave it out.
func LimitAsked(text string) (l Limit, ok bool) {
	if l, ok = LimitIn(text); ok {
		return l, !words.HoldsAny(l.Said, "mayor de", "maior de")
	}
	if !words.HoldsAny(text, "or more", "and more", "and up", "o más", "ou mais", "ou plus", "oder mehr", "o più") {
		return l, false
	}
	all := orMore.FindAllStringSubmatchIndex(text, -1)
	if len(all) != 1 || otherMeasure.MatchString(text[all[0][3]:]) {
		return l, false
	}
	n, err := strconv.Atoi(text[all[0][2]:all[0][3]])
	return Limit{Number: n, Least: true, Said: text[all[0][0]:all[0][1]]}, err == nil
}

// Forbids reports whether a text may tell a person that a number is not allowed.
func Forbids(text string) bool {
	return Regrets(text) || Refuses(text) || forbids.In(text) && !strings.Contains(strings.ToLower(text), "thank") && !allowsThat.In(text)
}

// allowsThat is how a text says to a person that the number is allowed.
var allowsThat = words.AnyOf("sie sind mindest", "du bist mindest", "ihr seid mindest", "ha almeno", "hai almeno", "avete almeno")

var forbids = words.AnyOf("must be", "have to be", "minim", "maxim", "at most", "no more than", "not more than", "no table", "cannot", "can't", "can’t", "too young", "too many", "too few", "you are under",
	"mindest", "höchst", "mínim", "máxim", "debe", "deve ", "precisa", "tiene que", "only for", "solo para", "sólo para", "apenas para", "nur für", "réservé", "almeno", "massimo", "doit ", "devez ", "müssen", "zu viele", "zu jung")

// AsksMoney reports whether a question may be one for a sum.
func AsksMoney(text string) bool { return asksMoney.MatchString(text) }

// endsNumber reports whether a number ends where a text goes on: no more digits, nor a part of one.
func endsNumber(rest string) bool {
	return rest == "" || !(rest[0] >= '0' && rest[0] <= '9') &&
		!(len(rest) > 1 && (rest[0] == '.' || rest[0] == ',' || rest[0] == ':') && rest[1] >= '0' && rest[1] <= '9')
}

const amountOf = ` ?[€$£]?([0-9]{1,6})`

var (
	least = pattern.Lazy(`(?i)\bmust be` + amountOf + ` (?:years )?(?:old )?(?:or|and) (?:older|over|above|more)\b|\b(?:at least|(?:the )?minimum(?: \w+)?(?: is| of)?|you are under|mindestens|al menos|(?:el )?mínimo(?: es| de)?|mayor de|pelo menos|no mínimo|maior de|au moins|(?:le )?minimum(?: est| de)?|almeno|(?:il )?minimo(?: è| di)?)` + amountOf +
		`|\b([0-9]{1,6}) (?:years )?(?:or|and) (?:older|over|above)\b|\b([0-9]{1,6})(?: años o más| anos ou mais| ans ou plus| anni o più)`)
	orMore = pattern.Lazy(`(?i)\b([0-9]{1,6})(?: or more| and more| and up| o más| ou mais| ou plus| oder mehr| o più)`)
	most   = pattern.Lazy(`(?i)\b(?:at most|up to|no more than|not more than|for more than|(?:the )?maximum(?: \w+)?(?: is| of)?|höchstens|maximal|bis zu|nicht mehr als|como máximo|(?:el )?máximo(?: es| de)?|hasta|no más de|no máximo|até|não mais de|au plus|pas plus de|jusqu['’]à|al massimo|(?:il )?massimo(?: è| di)?|fino a)` + amountOf)
	// otherMeasure is what such a number may measure instead.
	otherMeasure = pattern.Lazy(`(?i)^ ?(?:-| )?(?:%|(?:percent|minutes?|mins?|hours?|hrs?|h\b|days?|weeks?|months?|seconds?|secs?|business|working|digits?|characters?|letters?|words?|times|tries|attempts?|minut\w*|horas?|d[íi]as?|semanas?|segundos?|d[íi]gitos?|caracteres|veces|vezes|intentos?|tentativas?|heures?|jours?|chiffres?|fois|essais?|stunden?|tagen?|wochen?|sekunden?|ziffern?|zeichen|stellen|mal|versuche?n?|km|miles?|am|pm|uhr|per|each|pro|je|por|par|a piece|points?|puntos?|pontos?|punkte?|stars?|off)\b)`)
	moneyUnit    = pattern.Lazy(`(?i)^(?:[.,][0-9]+)? ?(?:[€$£]|(?:dollars?|bucks|euros?|pounds?|cents?|pence|pesos?|reais|usd|eur|gbp)\b)`)
	yearUnit     = pattern.Lazy(`(?i)^ ?-?(?:years?|años|anos|ans|jahren?)\b`)
	asksMoney    = pattern.Lazy(`(?i)[€$£]|\b(?:how much|amount|sum|pay|donat\w*|price|budget|dollars?|euros?|pounds?|wie ?viel|betrag|cu[áa]nto|monto|importe|pagar|quanto|valor|combien|montant|spend\w*)\b`)
	ages         = pattern.Lazy(`(?i)\b(?:years? old|years? of age|of age|older|age|años|anos de idade|anos ou mais|ans|anni|jahre)\b`)
)
