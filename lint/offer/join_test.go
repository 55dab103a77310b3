package offer

import "testing"

func TestBidsJoin(t *testing.T) {
	for text, want := range map[string]bool{
		"Join us to get access: https://join.wiese.test":                                   true,
		"To see your classes, please register at our desk.":                                true,
		"You have to sign up first.":                                                       true,
		"Please become a member to book a court.":                                          true,
		"Regístrese en nuestra página para recibir sus pedidos.":                           true,
		"Cadastre-se no site para receber os seus pedidos.":                                true,
		"Inscrivez-vous sur notre page pour recevoir vos commandes.":                       true,
		"Melden Sie sich bei uns an, um Ihre Kurse zu sehen.":                              true,
		"Si registri sul sito per ricevere i suoi ordini.":                                 true,
		"We were not able to look that up. Register to get answers.":                       false,
		"Wir konnten Ihre Daten nicht abrufen. Melden Sie sich an, um Ihre Kurse zu sehen": false,
		"Leider ist die Auskunft gerade nicht möglich.":                                    false,
		"Nous ne pouvons pas répondre maintenant. Inscrivez-vous pour recevoir un rappel.": false,
		"Não foi possível consultar o seu pedido. Cadastre-se para receber avisos.":        false,
		"Sign up to get our newsletter.":                                                   false,
		"Join us at the summer market!":                                                    false,
		"Thank you for riding with us.":                                                    false,
	} {
		if got := BidsJoin(text); got != want {
			t.Errorf("BidsJoin(%q) = %v", text, got)
		}
	}
}
