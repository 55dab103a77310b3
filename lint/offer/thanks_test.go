package offer

import "testing"

func TestThanksForAnswer(t *testing.T) {
	for text, want := range map[string]bool{
		"Thank you for your feedback. Goodbye.": true, "Thanks for answering!": true, "We've got your answer.": true, "Your response has been recorded.": true,
		"Gracias por su respuesta.": true, "Obrigado por participar!": true, "Vielen Dank für Ihre Bewertung.": true, "Danke für Ihre Bewertung.": true, "Merci pour votre réponse.": true,
		"Thank you for calling.": false, "Thank you for your time.": false, "Sorry, your answer has not been saved.": false, "We did not get your answer.": false,
	} {
		if got := ThanksForAnswer(text); got != want {
			t.Errorf("ThanksForAnswer(%q) = %t", text, got)
		}
	}
}

func TestThanksForTalk(t *testing.T) {
	for text, want := range map[string]bool{
		"Thank you for speaking with us. Goodbye.": true, "We hope we could help you.": true, "We hope that our team helped you today.": true, "Gracias por hablar con nosotros.": true,
		"Thank you for calling.": false, "We hope to speak to you soon.": false, "We are happy to help you.": false,
	} {
		if got := ThanksForTalk(text); got != want {
			t.Errorf("ThanksForTalk(%q) = %t", text, got)
		}
	}
}

func TestMaySkip(t *testing.T) {
	for text, want := range map[string]bool{
		"Any remarks (optional)?": true, "Your e-mail, or skip it": true, "Puede omitir esta pregunta": true,
		"What is your name?": false, "Your passport number?": false,
	} {
		if got := MaySkip(text); got != want {
			t.Errorf("MaySkip(%q) = %t", text, got)
		}
	}
}

func TestAsksForPictures(t *testing.T) {
	for text, want := range map[string]bool{"Send photos of the damage": true, "Send us a photo of both sides": true, "Send us a photo": false} {
		if got := AsksForPictures(text); got != want {
			t.Errorf("AsksForPictures(%q) = %t", text, got)
		}
	}
}

func TestConsents(t *testing.T) {
	for purpose, want := range map[string]bool{"if you agree": true, "to accept": true, "si está de acuerdo": true, "for yes": false, "if you do not agree": false, "": false} {
		if got := Consents(purpose); got != want {
			t.Errorf("Consents(%q) = %t", purpose, got)
		}
	}
}
