package words

import (
	"math/rand/v2"
	"slices"
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

// What is asked for at some places alone is what stands there at any.
func TestAnyOf(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const letters = "abAB1#"
	text := func(most int) string {
		b := make([]byte, random.IntN(most+1))
		for i := range b {
			b[i] = letters[random.IntN(len(letters))]
		}
		return string(b)
	}
	found := 0
	for range 20000 {
		var list []string
		for range 1 + random.IntN(4) {
			if word := strings.ToLower(text(6)); word != "" {
				list = append(list, word)
			}
		}
		if list == nil {
			continue
		}
		in := text(14)
		want := slices.ContainsFunc(list, func(word string) bool { return strings.Contains(strings.ToLower(in), word) })
		if want {
			found++
		}
		if got, few := AnyOf(list...).In(in), HoldsAny(in, list...); got != want || few != want {
			t.Fatalf("%q in %q: %v and %v, want %v", list, in, got, few, want)
		}
	}
	if found < 1000 || found > 19000 {
		t.Errorf("%d found", found)
	}
}
