package offer

import "testing"

func TestImpossibleTime(t *testing.T) {
	for text, want := range map[string]string{
		"We are closed on 31 June.":              "31 June",
		"Closed on February 30th and later":      "February 30th",
		"Closed on the 31st of November.":        "31st of November",
		"See you on December 32.":                "December 32",
		"Come at 14:00 am.":                      "14:00 am",
		"We close at 9:75 pm.":                   "9:75 pm",
		"Come at 30 pm.":                         "30 pm",
		"Closed on February 29, June 30, May 31": "",
		"Since May 2024 we have 45 rooms":        "",
		"In June 90 people came at 13:00 pm.":    "",
		"Open 9 am to 5 p.m., 24 hours":          "",
		"I am 45 and may 31 times":               "",
		"Call 555 1234, option 12.":              "",
		"Come at 14.00 am.":                      "14.00 am",
		"We close at 9.75 pm.":                   "9.75 pm",
		"Open 9.30 am to 5h30 pm, or 12.45 am":   "",
		"Starts at 2:45:30 pm or 9-30 am":        "",
		"It costs £45 pm.":                       "",
		"Um 14:30 am Montag":                     "",
		"At 35 March Road, flat 31, 31 June Row": "",
		"Since June 31 of our shops are open":    "",
		"30 February does not exist":             "",
	} {
		start, end := ImpossibleTime(text)
		if got := text[start:end]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
