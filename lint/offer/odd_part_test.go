package offer

import "testing"

func TestOddPart(t *testing.T) {
	for text, want := range map[string]string{
		"Para ventas, oprima 1. Para soporte, oprima 2. For billing, press 3. Para repetir el menú, oprima 9.":                            "For billing, press 3.",
		"Womit können wir Ihnen helfen?\n1. Rechnung bezahlen\n2. Wo ist meine Lieferung?\n3. Talk to an agent\n4. Unsere Öffnungszeiten": "3. Talk to an agent",
		"Bienvenue. Pour les ventes, tapez 1. Press 2 for technical support. Pour la facturation, tapez 3.":                               "Press 2 for technical support.",
		"Bem-vindo. Para vendas, digite 1. Para suporte técnico, digite 2. To speak to an agent, press 3.":                                "To speak to an agent, press 3.",
		"Para ventas, oprima 1. Para soporte, oprima 2. For English, press 3.":                                                            "",
		"Para ventas, oprima 1. For sales, press 1. Para soporte, oprima 2. For support, press 2.":                                        "",
		"Unsere Marken: 1. Customer Success\n2. Ihre Bestellung\n3. Ihre Rechnung und die Zahlung":                                        "",
		"For sales, press 1. For support, press 2. For billing, press 3.":                                                                 "",
	} {
		if got, _, _ := OddPart(text); got != want {
			t.Errorf("%q has %q, not %q", text, got, want)
		}
	}
}
