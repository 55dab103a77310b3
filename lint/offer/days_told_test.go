package offer

import "testing"

func TestTomorrowToday(t *testing.T) {
	for text, want := range map[string]string{
		"Ready tomorrow, {{ 'now' | date: '%A' }}.":                        "tomorrow, {{ 'now' | date: '%A' }}",
		"Fertig morgen ({{\"now\" | date: \"%d.%m.\"}}).":                  `morgen ({{"now" | date: "%d.%m."}}`,
		"Tomorrow, {{ 'now' | date: '%s' | plus: 86400 | date: '%A' }}.":   "",
		"Guten Morgen, {{'now' | date: '%A'}}":                             "",
		"Come tomorrow. Today is {{'now' | date: '%A'}}":                   "",
		"We call tomorrow, as it is {{'now' | date: '%H:%M'}} already.":    "",
		"Listo mañana, {{'now' | date: '%d'}}":                             "mañana, {{'now' | date: '%d'}}",
		"Until tomorrow; today, on {{'now' | date: '%d'}}, we are closed.": "",
	} {
		start, end := TomorrowToday(text)
		if got := text[start:end]; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestNamesWorkdays(t *testing.T) {
	for text, want := range map[string]string{
		"We are open Monday through Friday, 8 to 5.": "Monday through Friday",
		"Montag bis Freitag von 8 bis 17 Uhr":        "Montag bis Freitag",
		"Monday to Friday and Saturday from 9":       "",
		"De lunes a viernes":                         "lunes a viernes",
		"See you on Friday":                          "",
	} {
		if got := NamesWorkdays(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
