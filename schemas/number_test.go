package schemas

import (
	"encoding/json"
	"math/big"
	"testing"
)

func TestIsInteger(t *testing.T) {
	for literal, want := range map[string]bool{
		"0": true, "-0": true, "-0.0e5": true, "1": true, "1.0": true, "1.50": false, "1.50e1": true, "1.5e1": true, "1.55e1": false, "10e-1": true, "15e-1": false,
		"100e-2": true, "100e-3": false, "1e400": true, "1E+2": true, "1e-1": false, "0e-9": true, "0.000": true, "0.1e1": true, "0.01e1": false,
		"12345678901234567890": true, "1e99999999999999999999": true, "1e-99999999999999999999": false, "0e-99999999999999999999": true, "1.5e99999999999999999999": true,
	} {
		if got := IsInteger(literal); got != want {
			t.Errorf("IsInteger(%s) = %v", literal, got)
		}
	}
}

// The rule is that of math/big, which computes with the number.
func FuzzIsInteger(f *testing.F) {
	for _, seed := range []string{"1", "-1.50e1", "100e-2", "0.0e-3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, literal string) {
		number, ok := decodeNumber(literal)
		if !ok || len(literal) > 12 {
			return
		}
		rational, ok := new(big.Rat).SetString(number)
		if !ok {
			return // an exponent beyond what math/big takes
		}
		if got := IsInteger(number); got != rational.IsInt() {
			t.Errorf("IsInteger(%s) = %v", number, got)
		}
	})
}

func decodeNumber(text string) (string, bool) {
	var n json.Number
	err := json.Unmarshal([]byte(text), &n)
	return string(n), err == nil && n != "" && text[0] != '"'
}
