package offer

import "testing"

func TestRefuses(t *testing.T) {
	for text, want := range map[string]bool{
		"You have no appointments. Text BOOK to make one.":                 true,
		"There are no loaves left for today.":                              true,
		"That isn't a valid code.":                                         true,
		"We couldn't find your order.":                                     true,
		"Sorry, you are not a member of the guild.":                        true,
		"Your address is not in our area.":                                 true,
		"The bakery is closed now.":                                        true,
		"We're closed. Come back at nine.":                                 true,
		"No slots available this week.":                                    true,
		"Unable to find client":                                            true,
		"Não encontramos o seu pedido.":                                    true,
		"No encontramos su pedido. No hay citas disponibles.":              true,
		"Aucun rendez-vous disponible":                                     true,
		"Die Nummer ist ungültig.":                                         true,
		"Vous n'etes pas eligible.":                                        true,
		"Votre numéro n'est pas enregistré.":                               true,
		"Lo sentimos, no es elegible.":                                     true,
		"Você não é elegível para o sorteio.":                              true,
		"Sie sind nicht teilnahmeberechtigt.":                              true,
		"Il codice non è valido.":                                          true,
		"Non abbiamo trovato il suo ordine.":                               true,
		"Nessun ordine trovato.":                                           true,
		"Si è verificato un errore, ordine non trovato. Più tardi.":        false,
		"Something went wrong. Please try again.":                          false,
		"We could not find it for a technical problem.":                    false,
		"Sorry, our system is down. Please call back later.":               false,
		"We can't process your order, the service is unavailable.":         false,
		"Error loading schedule":                                           false,
		"An error occurred: that is not a valid answer of our own server.": false,
		"What would you like to know?":                                     false,
		"Let me get a baker for you.":                                      false,
		"No problem! A baker will call.":                                   false,
		"Infelizmente ocorreu um erro. Tente novamente mais tarde.":        false,
	} {
		if got := Refuses(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestAsksForData(t *testing.T) {
	for text, want := range map[string]bool{
		"What is your full name?":                   true,
		"Please enter your date of birth":           true,
		"¿Cuál es su número de cuenta?":             true,
		"Wie ist deine Bestellnummer?":              true,
		"How can we help you today?":                false,
		"Tell us about your day.":                   false,
		"Which bread would you like?":               false,
		"Would you recommend us? Answer YES or NO.": false,
	} {
		if got := AsksForData(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestAsksForPicture(t *testing.T) {
	for text, want := range map[string]bool{
		"Please send us a photo of the bread.":  true,
		"Envía una foto del pan.":               true,
		"Nice photo! What is the name of it?":   false,
		"We take pictures of all that we bake.": false,
	} {
		if got := AsksForPicture(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
