package offer

import "testing"

func TestBidsGuess(t *testing.T) {
	for text, want := range map[string]bool{
		"Guess my number, from 0 to 10.": true, "Adivina el número del 1 al 10": true, "Devinez un nombre de 1 à 10": true,
		"From 0 to 10, how was it?": false, "How divine was it, from 0 to 10?": false, "": false,
	} {
		if got := BidsGuess(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
