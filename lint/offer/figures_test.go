package offer

import "testing"

func TestOwnFigure(t *testing.T) {
	for text, want := range map[string]string{
		"Hello {{flow.variables.name}}! We see your most recent order was on the 1st Oct 2020. Is it about that?": "your most recent order was on the 1st Oct 2020",
		"You last visited us on March 3, 2021.":                               "You last visited us on March 3, 2021",
		"Your last payment was received 2021-03-14, {{flow.data.name}}.":      "Your last payment was received 2021-03-14",
		"Hola {{flow.data.n}}: su último pedido fue el 3 de mayo de 2021.":    "su último pedido fue el 3 de mayo de 2021",
		"Sua última compra foi em 12/04/2021.":                                "Sua última compra foi em 12/04/2021",
		"Votre dernière commande date du 4 mars 2022.":                        "Votre dernière commande date du 4 mars 2022",
		"Ihre letzte Bestellung war am 4. März 2022.":                         "Ihre letzte Bestellung war am 4. März 2022",
		"Il suo ultimo ordine risale al 3 aprile 2022.":                       "suo ultimo ordine risale al 3 aprile 2022",
		"{{flow.data.name}}, your balance is $350.":                           "your balance is $350.",
		"Your last order was on {{flow.data.date}}.":                          "",
		"Your last order was on 1 {{flow.data.month}} 2020":                   "",
		"Your balance is 3{{flow.data.rest}}.":                                "",
		"If your last order was on 1 Oct 2020 or later, press 1.":             "",
		"Our service was founded on 1 October 1994.":                          "",
		"Your clinic will be closed on 25 December 2024.":                     "",
		"Send your form by 31 December 2024.":                                 "",
		"When was your last order? Write it like this: 2021-03-14.":           "",
		"{% if x %}Your last order was on 1 Oct 2020.{% else %}Hi{% endif %}": "",
	} {
		start, end := OwnFigure(text)
		if got := text[start:end]; got != want {
			t.Errorf("OwnFigure(%q) = %q", text, got)
		}
	}
}
