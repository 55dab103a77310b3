package schemas

import (
	"math"
	"strconv"
	"strings"
)

// IsInteger reports whether a JSON number, given as it is written, has no
// fractional part: 1, 1.0, 10e-1 and 1e400 are integers, 1.5 and 1e-1 are not.
// It takes time in proportion to the text, however large the exponent.
func IsInteger(literal string) bool {
	for i := 0; ; i++ {
		if i == len(literal) {
			return true // as nearly all
		}
		if c := literal[i]; c == '.' || c|0x20 == 'e' {
			break
		}
	}
	mantissa, exponent := literal, 0
	if e := strings.IndexAny(literal, "eE"); e >= 0 {
		mantissa = literal[:e]
		n, err := strconv.Atoi(literal[e+1:])
		if err != nil { // beyond an int: only the sign matters
			n = math.MaxInt32
			if literal[e+1] == '-' {
				n = -n
			}
		}
		exponent = n
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(mantissa, "-"), ".")
	fraction = strings.TrimRight(fraction, "0")
	if fraction != "" {
		return exponent >= len(fraction)
	}
	digits := strings.TrimRight(whole, "0")
	return digits == "" || exponent >= len(digits)-len(whole)
}
