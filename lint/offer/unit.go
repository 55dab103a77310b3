package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// unitsOfTime are those in which times are told, each in some languages; the last word of a name may be one.
var unitsOfTime = [...][]string{
	{"milliseconds", "millis", "ms", "milisegundos", "millisekunden", "millisecondes"},
	{"seconds", "secs", "segundos", "sekunden", "secondes", "secondi"},
	{"minutes", "mins", "minutos", "minuten", "minuti"},
	{"hours", "hrs", "horas", "stunden", "heures"},
	{"days", "días", "dias", "tage", "jours", "giorni"},
}

// HoldsUnit is a quick look: whether a unit of time may come right after the end of an output in a text.
func HoldsUnit(text string) bool {
	for {
		_, after, found := strings.Cut(text, "}}")
		if !found {
			return false
		}
		text = strings.TrimLeft(after, " ")
		if text != "" && strings.IndexByte("smhdtj", text[0]|0x20) >= 0 {
			return true
		}
	}
}

// OtherUnit returns the unit of time that comes right after a value in a text, and the one after which the value is
// named, where they are two: minutes, after wait_seconds.
func OtherUnit(name, after string) (said, named string, ok bool) {
	in := words.In(name)
	after = strings.TrimLeft(after, " ")
	end := strings.IndexFunc(after, func(r rune) bool { return r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x80 })
	if end < 0 {
		end = len(after)
	}
	if len(in) == 0 || end == 0 {
		return "", "", false
	}
	said, named = strings.ToLower(after[:end]), in[len(in)-1]
	mine, its := unitOf(named), unitOf(said)
	return said, named, mine >= 0 && its >= 0 && mine != its
}

func unitOf(word string) int {
	return slices.IndexFunc(unitsOfTime[:], func(all []string) bool { return slices.Contains(all, word) })
}
