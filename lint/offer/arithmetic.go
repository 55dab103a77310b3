package offer

import (
	"strings"

	"studiolint/lint/words"
)

// NamesSum reports whether a name is one for what is worked out of numbers: a total, a price, a counter.
func NamesSum(name string) bool { return sums.In(name) || NamesPrice(name, "") }

var sums = words.AnyOf("total", "amount", "count", "tries", "attempt", "retr", "sum", "importe", "intento", "tentativa", "contador", "soma", "valor",
	"betrag", "summe", "anzahl", "versuch", "zähler", "zaehler", "montant", "somme", "essai", "compteur")

// NamesSetting reports whether a name is one for how things are set up, and not for what happens: max_attempts.
func NamesSetting(name string) bool {
	return words.Overlap(words.In(name), settings)
}

var settings = []string{"max", "maximum", "limit", "allowed", "enabled", "delay", "interval", "timeout", "use", "setting", "mode", "version",
	"máximo", "maximo", "límite", "limite", "grenze", "maximal", "massimo", "permitidos", "modo", "modus"}

// NamesCounter reports whether a name is one for what counts tries.
func NamesCounter(name string) bool {
	return words.Overlap(words.In(name), counters)
}

var counters = []string{"count", "counter", "tries", "try", "attempt", "attempts", "retry", "retries", "contador", "intento", "intentos",
	"tentativa", "tentativas", "versuch", "versuche", "zähler", "zaehler", "essai", "essais", "compteur"}

// Operation returns what a text between two values says to do with them, "*" for " * ", and the filter of
// Liquid that does it; "" where that is no operation, or may be a range, a part or a list.
func Operation(between string) (sign, filter string) {
	if len(between) < len(" + ") || between[0] != ' ' || between[len(between)-1] != ' ' {
		return "", ""
	}
	switch sign = strings.TrimSpace(between); sign {
	case "*", "×":
		return sign, "times"
	case "+":
		return sign, "plus"
	case "-":
		return sign, "minus"
	}
	return "", ""
}
