package words

import "testing"

func TestEndsInPronoun(t *testing.T) {
	for text, want := range map[string]bool{
		"check one.":       true,
		"consultar uno":    true,
		"check the status": false,
		"one":              false,
		"":                 false,
	} {
		if got := EndsInPronoun(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
