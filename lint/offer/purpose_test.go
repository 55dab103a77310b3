package offer

import "testing"

func TestThing(t *testing.T) {
	for purpose, want := range map[string]string{
		"for cake and":      "cake",
		"to pay for bread":  "bread",
		"para R$ 20":        "R$ 20",
		"pour le pain, ou":  "le pain",
		"für Brot oder":     "Brot",
		"per il pane":       "il pane",
		"Parada das flores": "Parada das flores",
	} {
		if got := Thing(purpose); got != want {
			t.Errorf("Thing(%q) = %q, want %q", purpose, got, want)
		}
	}
}
