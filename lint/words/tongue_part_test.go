package words

import "testing"

func TestPartTongue(t *testing.T) {
	for text, want := range map[string]string{
		"For billing, press 3":               "en",
		"Press 2 for technical support":      "en",
		"3. Talk to an agent":                "en",
		"Para soporte, oprima 2":             "es",
		"Pour la facturation, tapez 3":       "fr",
		"Für Rechnungen drücken Sie die 3":   "de",
		"Para falar com um atendente digite": "pt",
		"2. Lieferung verfolgen":             "",
		"3. Customer Success":                "",
	} {
		if got := PartTongue(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}
