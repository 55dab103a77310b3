package offer

import "testing"

func TestAsksQuantity(t *testing.T) {
	for _, text := range []string{
		"How many tickets do you need?", "Great. How many people will you bring to the table on Friday?", "How much would you like to donate?",
		"¿Cuántos kilos quieres pedir?", "¿Cuántas personas son?", "¿Cuánto deseas transferir?", "Quantos ingressos você quer?",
		"Wie viele Karten möchten Sie?", "Wieviel möchten Sie spenden?", "Combien de places souhaitez-vous réserver ?", "Quanti biglietti vuole?",
		"How many rooms should we clean?",
	} {
		if !AsksQuantity(text) {
			t.Errorf("no quantity is asked for in %q", text)
		}
	}
	for _, text := range []string{
		"How much do you like our service?", "See how many friends you have.", "How many times must we tell you!", "Tell us how you are.",
		"We do not know how many there are.", "¿Cuántos años cumple la tienda? ¡Diez!", "Wie geht es Ihnen?",
	} {
		if AsksQuantity(text) {
			t.Errorf("a quantity is asked for in %q", text)
		}
	}
}
