package offer

import "testing"

func TestAsksWhatElse(t *testing.T) {
	for text, want := range map[string]bool{
		"Is there anything else we can help you with?": true,
		"¿Necesitas algo más? Responde sí o no.":       true,
		"Kann ich sonst noch etwas für Sie tun?":       true,
		"Posso ajudar em mais alguma coisa?":           true,
		"Reply with another date, or with STOP.":       false,
		"What do you need help with?":                  false,
	} {
		if got := AsksWhatElse(text); got != want {
			t.Errorf("AsksWhatElse(%q) = %v, want %v", text, got, want)
		}
	}
}
