package words

import (
	"strings"
	"testing"
)

func TestHoldsAny(t *testing.T) {
	list := []string{"card number", "pin", "cvv", "16", "#"}
	if HoldsAny("a 1 or so", list[:4]...) || !HoldsAny("16", list[:4]...) || !HoldsAny("no pi. Pin", list[:4]...) || HoldsAny("p", list[:4]...) || HoldsAny("my pi", list[:4]...) {
		t.Error("words of two letters and more")
	}
	for text, want := range map[string]bool{
		"":                                 false,
		"Your card, please":                false,
		"CARD NUMBER":                      true,
		"Type your Card Number":            true,
		"card numbe":                       false,
		"the number of your card or a Pin": true,
		"ca card number":                   true,
		"all 16 digits":                    true,
		"and #":                            true,
		"señor P¡n ✓":                      false,
		"señor, su PIN":                    true,
	} {
		if got := HoldsAny(text, list...); got != want {
			t.Errorf("HoldsAny(%q) is %v", text, got)
		}
		any := false
		for _, word := range list {
			any = any || strings.Contains(strings.ToLower(text), word)
		}
		if any != want {
			t.Errorf("the test of %q is wrong", text)
		}
	}
}
