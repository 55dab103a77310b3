package offer

import "testing"

// What people are promised in several languages, and what is no promise.
func TestPromisedInLanguages(t *testing.T) {
	for p, texts := range map[Promise][2][]string{
		Transfer: {
			{"Le paso con un asesor.", "Será atendido por uno de nuestros agentes.", "Enseguida te atiende un asesor.", "Transferimos su llamada a ventas.", "Você será atendido por um atendente.", "Nous transférons votre appel.",
				"Un conseiller va vous répondre.", "Sarà messo in contatto con un operatore.", "Trasferiamo la chiamata.", "Le passo subito un operatore.", "Ein Mitarbeiter ist gleich für Sie da.", "Ik verbind u door.", "Een medewerker helpt u zo verder.",
				"Łączę z konsultantem.", "Vi kopplar dig till en handläggare.", "Sizi bir temsilciye bağlıyorum."},
			{"Te paso la dirección.", "Será atendido por orden de llegada.", "Será atendido por un asesor en nuestro horario.", "Si lo desea, le paso con un asesor.", "Le passo il numero.", "Wir sind gleich für Sie da."},
		},
		Later: {
			{"I'm sending you a link now.", "A link will be sent to your phone.", "We will send the address to your phone.", "Le llegará un correo de confirmación.", "Te mandaremos un link.", "Se te enviará un correo.", "Vamos te enviar um link.",
				"Você vai receber um SMS.", "Vous allez recevoir un SMS.", "Un lien vous sera envoyé par SMS.", "Sie bekommen gleich eine SMS.", "Ein Link wird Ihnen per SMS zugeschickt.", "Ti manderemo un SMS.", "Riceverà un'e-mail di conferma.",
				"We sturen u een sms.", "U ontvangt een e-mail."},
			{"If you want, we will send you a link.", "Si lo desea, le enviaremos un enlace.", "Le enviamos un correo ayer.", "We are sending the driver to your door.", "Wenn Sie mögen, senden wir Ihnen einen Link."},
		},
	} {
		for _, text := range texts[0] {
			if said, ok := Promises(text, p); !ok || said == "" {
				t.Errorf("%q promises nothing", text)
			}
		}
		for _, text := range texts[1] {
			if said, ok := Promises(text, p); ok {
				t.Errorf("%q is taken to promise %q", text, said)
			}
		}
	}
}
