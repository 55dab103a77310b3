package offer

import "testing"

func TestOtherFigure(t *testing.T) {
	for _, c := range []struct {
		text, translated string
		want             bool
	}{
		{"Home delivery is free for people over sixty. You have up to two minutes. We will call you back within two working days.",
			"La entrega a domicilio es gratuita para mayores de sesenta años. Tiene hasta dos minutos. Le llamaremos en menos de 24 horas.", true},
		{"We will call you back within two working days.", "Le llamaremos en un plazo de dos días hábiles.", false},
		{"You can stay until 3 pm for 60 EUR.", "Você pode ficar até as 15h por 60 euros.", false},
		{"You can stay until 3 pm for 60 EUR.", "Você pode ficar até as 15h por 50 euros.", true},
		{"It costs 10 dollars.", "Cuesta 180 pesos.", false},
		{"We are open from 9 to 5.", "Wir haben von 9 Uhr bis 17 Uhr geöffnet.", false},
		{"Your visit takes half an hour.", "Su visita dura 30 minutos.", false},
		{"It takes 48 hours.", "Das dauert zwei Tage.", false},
	} {
		if _, _, ok := OtherFigure(c.text, c.translated); ok != c.want {
			t.Errorf("%s / %s: %v; %v, %v", c.text, c.translated, ok, Figures(c.text), Figures(c.translated))
		}
	}
}
