package offer

import "testing"

// What people are told and asked, in the words of several companies and languages.
func TestWordings(t *testing.T) {
	nobody := func(text string) bool { return SaysNobody(text) != "" }
	wished := func(text string) bool { _, ok := Wished(text); return ok }
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"SaysWrong", SaysWrong, []string{"That was not one of the choices.", "No entendimos su respuesta.", "Esa opción no existe.", "Desculpe, não entendi.", "Das war keine gültige Eingabe.", "Je n'ai pas compris votre réponse.", "Scelta non valida."},
			[]string{"Your code is valid.", "We understand you are busy.", "Do not get that wet."}},
		{"SaysFailed", SaysFailed, []string{"We are experiencing technical difficulties.", "Sorry, there was an error.", "Estamos teniendo problemas técnicos.", "Wir konnten Ihre Antwort nicht speichern.", "Qualcosa è andato storto."},
			[]string{"If you are having trouble with your router press 1.", "If there was an error in your bill, press 2.", "Haben Sie ein Problem mit dem Gerät?"}},
		{"AsksForPicture", AsksForPicture, []string{"Send a pic of your meter.", "Mándenos una foto.", "Veuillez nous envoyer une photo.", "Invii una foto del danno."}, []string{"We will send you a photo."}},
		{"AsksForFileAlone", AsksForFileAlone, []string{"Please send us a clear photo of the meter.", "Schicken Sie uns bitte ein Foto des Schadens.", "Envíenos una foto de su recibo.", "Envoyez-nous une photo du compteur.", "Reply with a picture of your card.", "Upload your signed contract as a PDF."},
			[]string{"Send your photo ID.", "Send the number below the photo.", "Upload the photo on our page.", "Send the word PHOTO.", "Send the PDF to desk@pier.dev."}},
		{"FreeSpeech", FreeSpeech, []string{"How can I help you today?", "¿En qué puedo ayudarle?", "Wie kann ich Ihnen helfen?", "Come posso aiutarla?"}, []string{"How can we help you? Press 1 for sales."}},
		{"Speech", Speech, []string{"Puede decir ventas o soporte.", "Vous pouvez dire ventes.", "Try saying billing.", "Dica sì o no."}, []string{"Press 1.", "To say thanks press 1."}},
		{"Agrees", Agrees, []string{"to confirm", "if this is correct", "para confirmar", "um zu bestätigen", "per accettare", "if yes"}, []string{"to change or cancel", "if it is not correct", "to hear the confirmation number"}},
		{"Declines", Declines, []string{"if not", "if this is wrong", "per rifiutare", "si vous n'êtes pas d'accord"}, []string{"to confirm", "for Norway", "to cancel"}},
		{"SaysNobody", nobody, []string{"We're closed for the day.", "Sie rufen außerhalb unserer Geschäftszeiten an.", "Siamo chiusi.", "Sorry, we are not open right now."}, []string{"Our doors are not open to dogs."}},
		{"Wished", wished, []string{"Desidera lasciare un messaggio?", "Vuole parlare con un operatore?"}, []string{"Press 1."}},
		{"AsksIfRight", AsksIfRight, []string{"You entered 5. If this is correct press 1.", "Did I get that right?"}, []string{"Turn right.", "If this is right for you, come by."}},
		{"AsksOpenly", AsksOpenly, []string{"How was your stay?", "Why did you leave?", "Wie war Ihr Besuch?", "Was möchten Sie bestellen?", "Que souhaitez-vous commander ?"}, []string{"Was everything okay with your order?"}},
	} {
		for _, text := range c.yes {
			if !c.is(text) {
				t.Errorf("%s does not know %q", c.name, text)
			}
		}
		for _, text := range c.no {
			if c.is(text) {
				t.Errorf("%s takes %q", c.name, text)
			}
		}
	}
}
