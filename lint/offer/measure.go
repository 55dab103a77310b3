package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// measures are units of other things than time, those of one thing together.
var measures = [...][][]string{
	{ // of length
		{"km", "kms", "kilometers", "kilometres", "kilometros", "kilómetros", "quilômetros", "kilometer", "kilomètres", "chilometri"},
		{"miles", "millas", "milhas", "meilen", "miglia"},
		{"meters", "metres", "metros", "mètres", "metri"},
		{"feet", "ft", "pies"},
	},
	{ // of weight
		{"kg", "kgs", "kilos", "kilograms", "kilogramos", "quilos"},
		{"lb", "lbs", "pounds", "libras"},
		{"grams", "gramos", "gramas", "grammes", "gramm"},
		{"oz", "ounces", "onzas"},
	},
	{ // of volume
		{"liters", "litres", "litros", "liter", "litri"},
		{"gallons", "gal", "galones", "galões"},
		{"ml", "milliliters", "mililitros"},
	},
}

// OtherMeasure returns the unit that a text gives a value, and the one after which it is named, where they are two of
// one thing: miles, after distance_km; $, before amount_cents.
func OtherMeasure(name, before, after string) (said, named string, ok bool) {
	if NamesSmallMoney(name) {
		if sign := moneyBefore.FindString(before); sign != "" {
			return strings.TrimSpace(sign), "the small unit", true
		}
		if m := moneyAfter.FindStringSubmatch(after); m != nil {
			return m[1], "the small unit", true
		}
		return "", "", false
	}
	for _, units := range measures {
		if said, named, ok = otherIn(units, name, after); ok {
			return said, named, true
		}
	}
	if m := degrees.FindStringSubmatch(after); m != nil {
		warm := strings.ToUpper(m[1] + m[2])[:1]
		switch {
		case warm == "F" && celsius.MatchString(name):
			return strings.TrimSpace(m[0]), "degrees Celsius", true
		case warm == "C" && fahrenheit.MatchString(name):
			return strings.TrimSpace(m[0]), "degrees Fahrenheit", true
		}
	}
	return "", "", false
}

var (
	moneyBefore = pattern.Lazy(`(?:R\$|[$€£]) ?$`)
	moneyAfter  = pattern.Lazy(`(?i)^ ?(€|£|(?:dollars|dólares|euros?|pounds|pesos|reais|soles|USD|EUR|GBP|MXN)\b)`)
	degrees     = pattern.Lazy(`(?i)^ ?(?:°|º|degrees ?|grados ?|graus ?|grad ?)\s?(?:(fahrenheit|celsius)|(?-i:([FC])\b))`)
	celsius     = pattern.Lazy(`(?i:celsius|temp(?:erature)?_c)$|(?:temp|[Tt]emperature)C$`)
	fahrenheit  = pattern.Lazy(`(?i:fahrenheit|temp(?:erature)?_f)$|(?:temp|[Tt]emperature)F$`)
)
