package offer

import "testing"

func TestTriesSpent(t *testing.T) {
	for text, want := range map[string]int{
		"You have used your three attempts. Goodbye.": 3, "You have used up all 3 attempts.": 3, "Your four tries are used up.": 4, "Sorry, after three failed attempts we end the call.": 3,
		"Ha agotado sus tres intentos.": 3, "You have three attempts.": 0, "Too many attempts.": 0, "You have used one of your chances.": 0,
	} {
		if n, _ := TriesSpent(text); n != want {
			t.Errorf("TriesSpent(%q) = %d", text, n)
		}
	}
}
