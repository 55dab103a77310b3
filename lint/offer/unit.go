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
		if text != "" && strings.IndexByte("smhdtjg", text[0]|0x20) >= 0 {
			return true
		}
	}
}

// OtherUnit returns the unit of time that comes right after a value in a text, and the one after which the value is
// named, where they are two: minutes, after wait_seconds.
func OtherUnit(name, after string) (said, named string, ok bool) {
	return otherIn(unitsOfTime[:], name, after)
}

// otherIn is OtherUnit for units of one kind.
func otherIn(units [][]string, name, after string) (said, named string, ok bool) {
	in := words.In(name)
	for len(in) > 1 && slices.Contains(afterUnits, in[len(in)-1]) {
		in = in[:len(in)-1]
	}
	said = firstWord(after)
	if len(in) == 0 || said == "" {
		return "", "", false
	}
	named = in[len(in)-1]
	mine, its := unitIn(units, named), unitIn(units, said)
	return said, named, mine >= 0 && its >= 0 && mine != its
}

// afterUnits are words of a name that may come after its unit: days_left.
var afterUnits = []string{"left", "remaining", "away", "ago", "until", "total", "restantes", "restants"}

// firstWord returns the word with which a text begins, after blanks, in small letters.
func firstWord(text string) string {
	text = strings.TrimLeft(text, " ")
	end := strings.IndexFunc(text, func(r rune) bool { return r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x80 })
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end])
}

func unitIn(units [][]string, word string) int {
	return slices.IndexFunc(units, func(all []string) bool { return slices.Contains(all, word) })
}
