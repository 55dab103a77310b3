package offer

import "testing"

func TestDateOrders(t *testing.T) {
	for text, want := range map[string]string{
		"What is your date of birth? Please write it as DD/MM/YYYY.":                              "25/11/1985",
		"Please reply with your date of birth (MM-DD-YYYY).":                                      "11-25-1985",
		"Digite a sua data de nascimento com oito dígitos: dia, mês e ano.":                       "25111985",
		"Escriba su fecha de nacimiento con dos cifras para el día, el mes y cuatro para el año.": "25111985",
		"Bitte geben Sie Ihr Geburtsdatum als TT.MM.JJJJ ein.":                                    "25.11.1985",
		"Enter the month, the day and the year of your birth.":                                    "11251985",
		"Write it as DD/MM/YYYY or MM/DD/YYYY.":                                                   "",
		"Enter your birthday as YYYY-MM-DD.":                                                      "1985-11-25",
		"Which day suits you?":                                                                    "",
	} {
		asked, _, _ := DateOrders(text)
		got := ""
		if len(asked) > 0 {
			got = asked[0]
		}
		if got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
