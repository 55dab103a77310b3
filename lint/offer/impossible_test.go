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
	} {
		start, end := ImpossibleTime(text)
		if got := text[start:end]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
