package offer

import "testing"

func TestDigits(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"Please enter your five digit zip code.":              5,
		"Enter the last 4 digits":                             4,
		"Enter your 16-digit card number":                     16,
		"los cuatro últimos dígitos":                          4,
		"digite os seis dígitos":                              6,
		"Ihre fünfstellige Nummer":                            5,
		"Ihre 8-stellige Nummer":                              8,
		"die letzten vier Ziffern":                            4,
		"un numéro à huit chiffres":                           8,
		"le ultime quattro cifre":                             4,
		"a code of four digits":                               4,
		"enter the digits":                                    0,
		"at least four digits":                                0,
		"a minimum of 4 digits":                               0,
		"your 10 or 11 digit number":                          0,
		"4-6 digits":                                          0,
		"four digits or more":                                 0,
		"five digits of the one and four digits of the other": 0,
		"four digits at most":                                 0,
		"entre 4 y 6 dígitos":                                 0,
	} {
		if n, said := Digits(text); n != want {
			t.Errorf("%q: %d (%q), want %d", text, n, said, want)
		}
	}
}
