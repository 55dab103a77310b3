package words

import "testing"

func TestMangled(t *testing.T) {
	for text, want := range map[string][2]string{
		"Keine gÃ¼ltige Taste.": {"gÃ¼ltige", "gültige"},
		"It's nice":             {"", ""},
		"Itâ€™s nice":           {"Itâ€™s", "It’s"},
		"informaÃ§Ã£o":          {"informaÃ§Ã£o", "informação"},
		"Total: Â£5":            {"Â£5", "£5"},
		"ðŸ˜€ hi":               {"ðŸ˜€", "😀"},
		"ATENÇÃO: ATÉ AMANHÃ” e AMANHÃ…":    {"", ""},
		"«MANHû, MANHÃ – ÂNGULO, à bientôt": {"", ""},
		"gültig, él, â, ð, Ã":               {"", ""},
		"":                                  {"", ""},
	} {
		start, end, meant := Mangled(text)
		if got := [2]string{text[start:end], meant}; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func FuzzMangled(f *testing.F) {
	f.Add("gÃ¼ltig â€")
	f.Fuzz(func(t *testing.T, text string) {
		start, end, meant := Mangled(text)
		if start < 0 || start > end || end > len(text) || end > 0 && meant == "" {
			t.Errorf("%q: %d to %d, %q", text, start, end, meant)
		}
	})
}
