package literal

import (
	"strconv"
	"strings"

	"studiolint/lint/pattern"
)

// IsAmount reports whether a text is a sum of money as a payment takes it: digits and a point, without a currency.
func IsAmount(text string) bool { return amount.MatchString(text) }

var amount = pattern.Lazy(`^\d+(?:\.\d+)?$`)

// Duration returns the seconds of a duration as ISO 8601 writes it, in the units that Studio's timers use: PT10M.
func Duration(text string) (seconds float64, ok bool) {
	parts := duration.FindStringSubmatch(text)
	if parts == nil || strings.Join(parts[1:], "") == "" {
		return 0, false
	}
	for i, unit := range []float64{7 * 24 * 3600, 24 * 3600, 3600, 60, 1} {
		count, _ := strconv.ParseFloat(parts[i+1], 64)
		seconds += count * unit
	}
	return seconds, true
}

var duration = pattern.Lazy(`^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$`)

// Keys are what a person can press on a telephone.
const Keys = "0123456789*#"

// IsKey reports whether a text is one key of a telephone.
func IsKey(text string) bool { return len(text) == 1 && strings.Contains(Keys, text) }

// AreKeys reports whether a text is keys of a telephone, one or more, and nothing else.
func AreKeys(text string) bool { return text != "" && strings.Trim(text, Keys) == "" }

// Untoned returns where the first character of a text stands that has no tone, and is no pause; -1 for none.
func Untoned(text string) int {
	return strings.IndexFunc(text, func(r rune) bool { return !strings.ContainsRune(Keys+"ABCDWw", r) })
}

// IsCurrency reports whether a text is of the form of a currency's code (ISO 4217): three letters.
func IsCurrency(text string) bool {
	return len(text) == 3 && !strings.ContainsFunc(text, func(r rune) bool { return (r|0x20) < 'a' || (r|0x20) > 'z' })
}

// Uncommaed returns how many entries a text has that stand on lines of their own, or between other signs than
// commas; 1 for one with a comma, or with one entry.
func Uncommaed(text string) int {
	if strings.Contains(text, ",") {
		return 1
	}
	n := 0
	for entry := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == ';' || r == '|' }) {
		if strings.TrimSpace(entry) != "" {
			n++
		}
	}
	return n
}
