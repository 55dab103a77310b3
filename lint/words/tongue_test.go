package words

import "testing"

func TestTongue(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Thank you for calling the library. Press 1 for opening hours.", "en"},
		{"Please hold while we connect you.", "en"},
		{"Gracias por llamar a la biblioteca. Para horarios, oprima 1.", "es"},
		{"Por favor espere en la línea mientras le transferimos con un agente.", "es"},
		{"Obrigado por ligar para a biblioteca. Para horários, digite 1.", "pt"},
		{"Por favor, aguarde na linha enquanto transferimos você para um atendente.", "pt"},
		{"Você precisa informar um link válido. Ele precisa ser o link de uma pessoa.", "pt"},
		{"Código inválido. Se deseja sair, aguarde alguns segundos.", "pt"},
		{"Usted debe enviar el código de su pedido para continuar.", "es"},
		{"Merci pour ton intérêt. L'enquête est actuellement fermée.", "fr"},
		{"Merci d'avoir appelé la bibliothèque. Pour les horaires, appuyez sur le 1.", "fr"},
		{"Vielen Dank für Ihren Anruf. Bitte warten Sie einen Moment.", "de"},
		{"Grazie per aver chiamato la biblioteca. Per gli orari, premere uno.", "it"},
		{"Bedankt voor het bellen. Druk op 1 voor de openingstijden.", "nl"},

		{"For English press 1. Para español oprima el dos.", ""},
		{"Thank you for calling La Casa de los Abuelos in San Pedro.", ""},
		{"Welcome! Bienvenidos!", ""},
		{"Hola", ""},
		{"Los Angeles, El Paso, La Jolla", ""},
		{"{% if flow.variables.lang == 'es' %}Gracias por llamar a la tienda.{% else %}Thank you for calling the shop.{% endif %}", ""},
		{"{{widgets.the.you.please.for.with}} {{flow.variables.and.your.our}}", ""},
		{"Gràcies per trucar. Per parlar amb un agent, premi el dos, si us plau.", ""},
		{"Grazas por chamar á biblioteca. Para falar cunha persoa, prema o dous.", ""},
		{"Tack för att du ringer. Tryck på ett för att tala med en person.", ""},
		{"Takk for at du ringer. Trykk 1 for å snakke med en person.", ""},
		{"Para sa Ingles, pindutin ang isa. Salamat po sa inyong tawag.", ""},
		{"https://the.shop.example/and/your/order/for/you", ""},
		{"Smith, Jones & Partners LLC, 12 Main Street, Springfield IL 62704, suite 5", ""},
	} {
		if got := Tongue(test.text); got != test.want {
			t.Errorf("Tongue(%q) = %q, want %q (%v)", test.text, got, test.want, tongueWords(test.text).count)
		}
	}
	if n := len(knownWords.list); n > maxTongueWords {
		t.Errorf("%d words, more than there is room for", n)
	}
}
