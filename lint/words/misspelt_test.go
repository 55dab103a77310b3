package words

import "testing"

func TestMisspelt(t *testing.T) {
	for text, want := range map[string]string{
		"You will recieve a call from us, thank you.":        "recieve",
		"Please tell us your adress and the time for it.":    "adress",
		"Please write to us at adress.com and wait for it.":  "",
		"Guten Tag, wich ist das für ein Wort, und für Sie?": "",
		"Please ask for Mr Teh at the desk, thank you.":      "",
		"You will receive a call from us, thank you.":        "",
		"": "",
	} {
		if got, _ := Misspelt(text); got != want {
			t.Errorf("Misspelt(%q) = %q", text, got)
		}
	}
}
