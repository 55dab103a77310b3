package offer

import "testing"

func TestSaysGood(t *testing.T) {
	for _, text := range []string{
		"Your order has been shipped.", "Your membership is active. We open the door.", "All your bills are paid. Thank you!",
		"Ihre Genehmigung ist bestätigt. Sie dürfen parken.", "Ihre Bestellung wurde verschickt.", "Su pedido está listo.", "Votre commande est prête.",
		"Your order is on its way and comes tomorrow.",
	} {
		if !SaysGood(text) {
			t.Errorf("no good news in %q", text)
		}
	}
	for _, text := range []string{
		"Your order was not sent.", "Once your order is ready, we call.", "Your order is ready in another shop.", "What is your order number?",
		"Sorry, your account is active no more.",
	} {
		if SaysGood(text) {
			t.Errorf("good news in %q", text)
		}
	}
	for _, word := range []string{"expired", "denied", "cancelled", "gesperrt"} {
		if !IsBadState(word) {
			t.Errorf("%s is no bad state", word)
		}
	}
	for _, word := range []string{"open", "false", "new", ""} {
		if IsBadState(word) {
			t.Errorf("%s is a bad state", word)
		}
	}
}
