package eval

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A decimal is a number that all engines hold exactly enough to print it alike: of at
// most 15 digits, without an exponent.
type decimal struct {
	rat   *big.Rat
	whole bool // written without a point
}

const maxDigits = 15

// readNumber reads 12, -3 and 4.50.
func readNumber(s string) (decimal, bool) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || point && fraction == "" || len(whole)+len(fraction) > maxDigits || strings.Trim(whole+fraction, "0123456789") != "" {
		return decimal{}, false
	}
	rat, ok := new(big.Rat).SetString(s)
	if !ok || rat.Sign() == 0 && len(digits) < len(s) {
		return decimal{}, false // minus nought
	}
	return decimal{rat, !point}, true
}

// print returns the number as engines print it, and false where they differ: 2.0 is
// 2 to some, and small and large fractions get an exponent.
func (d decimal) print() (string, bool) {
	if d.rat.IsInt() {
		s := d.rat.Num().String()
		return s, d.whole && len(strings.TrimPrefix(s, "-")) <= maxDigits
	}
	s := strings.TrimRight(d.rat.FloatString(maxDigits), "0")
	again, ok := new(big.Rat).SetString(s)
	f, _ := d.rat.Float64()
	short := strconv.FormatFloat(f, 'f', -1, 64)
	size := new(big.Rat).Abs(d.rat)
	return s, ok && again.Cmp(d.rat) == 0 && s == short && size.Cmp(big.NewRat(1, 1000)) >= 0 && size.Cmp(big.NewRat(10_000_000, 1)) < 0
}

// toNumber returns a number, or a text that is one.
func (v Value) toNumber() (decimal, Value, bool) {
	switch v.kind {
	case unknown:
		return decimal{}, v, false
	case number, textual:
		if d, ok := readNumber(v.text); ok {
			return d, v, true
		}
		if v.kind == number {
			return decimal{}, odd("engines hold the number " + clip(v.text) + " differently"), false
		}
		return decimal{}, odd("engines make different numbers of the text " + strconv.Quote(clip(v.text))), false
	}
	return decimal{}, odd("engines make different numbers of " + kindNames[v.kind]), false
}

// toValue returns the result of a calculation, for which engines use floating-point
// numbers or decimal ones: exact is the result, and float what the former gives.
func toValue(exact decimal, float float64) Value {
	s, ok := exact.print()
	if !ok || float == 0 && math.Signbit(float) {
		return odd("engines print the result of the calculation differently")
	}
	if !exact.rat.IsInt() && strconv.FormatFloat(float, 'f', -1, 64) != s {
		return odd("the result of the calculation is rounded in some engines")
	}
	return Value{kind: number, text: s}
}
