package offer

import "testing"

func TestPartsOtherwise(t *testing.T) {
	for text, want := range map[string]bool{
		"To hear it again, press 1. Otherwise, goodbye.": true, "Press 1 to talk to us, or just hang up.": true,
		"Sonst: vielen Dank und auf Wiederhören.": true, "Sinon, au revoir !": true, "Si no, puede colgar. Hasta pronto.": true,
		"Caso contrário, até logo.": true, "Altrimenti arrivederci.": true, "Anders nog een fijne dag.": true, "Of hang gewoon op.": true,
		"Otherwise, press 2 to hang up.": false, "Press 1 for sales, or press 2 to hang up.": false, "For another card, press 1.": false,
		"Please do not hang up.": false, "Shall we call again, or do you want to say goodbye?": false,
	} {
		if got := PartsOtherwise(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
