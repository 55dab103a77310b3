package offer

import "testing"

func TestSaysOfSilence(t *testing.T) {
	for text, want := range map[string]bool{
		"Press 2 if you agree, or stay on the line to continue.":     true,
		"Press 2 to cancel. If you do nothing, it is cancelled.":     true,
		"Press 2 to cancel. If you don't press a key, it is.":        true,
		"Press 1 to keep your appointment or press 2 to cancel it. ": false,
	} {
		if got := SaysOfSilence(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
