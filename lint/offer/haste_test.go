package offer

import "testing"

func TestAsksForHaste(t *testing.T) {
	for text, want := range map[string]bool{
		"You have five minutes to answer.": true, "Be quick: which size?": true, "Responda en 30 segundos.": true,
		"Bitte antworten Sie schnell.": true, "Which size do you want?": false, "Wie heißen Sie?": false,
	} {
		if got := AsksForHaste(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
