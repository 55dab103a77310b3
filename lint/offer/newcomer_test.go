package offer

import "testing"

// What somebody is not is said of him; what does not work just now is said of the service.
func TestAccuses(t *testing.T) {
	for text, want := range map[string]bool{
		"This number does not belong to a customer.": true, "Sorry, we do not know you.": true, "This line is for members only.": true, "Wir kennen Sie nicht.": true,
		"We could not verify your identity at this time.": false, "We could not identify you, please try again.": false, "Wir können Sie derzeit nicht identifizieren.": false,
		"No pudimos verificar sus datos en este momento.": false, "Our system could not verify your account.": false, "Il sistema è in panne: non siamo riusciti a identificare il numero.": false,
		"Thank you, good bye.": false,
	} {
		if got := Accuses(text); got != want {
			t.Errorf("Accuses(%q) = %t", text, got)
		}
	}
}

func TestNamesOwnName(t *testing.T) {
	for name, want := range map[string]bool{
		"name": true, "firstName": true, "customer_name": true, "display_name": true, "nombre_completo": true, "vorname": true,
		"agent_name": false, "storeName": false, "doctor_first_name": false, "file_name": false, "suggested_name": false, "title": false,
	} {
		if NamesOwnName(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
