package offer

import "testing"

func TestSaysDone(t *testing.T) {
	for text, want := range map[string]bool{
		"Your callback has been scheduled. Goodbye.": true, "Success! Your answers were saved.": true, "Your number is registered.": true,
		"We have created your ticket.": true, "You are booked!": true, "Thank you, your answers have been saved.": true, "You have been connected.": true,
		"Su solicitud ha sido registrada.": true, "Seus dados foram salvos.": true, "Votre demande a bien été enregistrée.": true, "Ihre Daten wurden gespeichert.": true,
		"Your answers could not be saved.": false, "Sorry, nothing was saved.": false, "All calls are recorded.": false, "Once your order is processed we call you.": false,
		"Was your order sent?": false, "Ihre Daten wurden nicht gespeichert.": false, "Goodbye.": false, "Please try again, the last message was sent too fast.": false,
	} {
		if got := SaysDone(text); got != want {
			t.Errorf("SaysDone(%q) = %t", text, got)
		}
	}
}
