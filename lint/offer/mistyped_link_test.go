package offer

import "testing"

func TestMistypedLink(t *testing.T) {
	for text, want := range map[string]string{
		"See htps://harbour.test/x.":            "htps://harbour.test",
		"See httsp://harbour.test":              "httsp://harbour.test",
		"See http:/harbour.test":                "http:/harbour.test",
		"See https//harbour.test":               "https//harbour.test",
		"See https:// harbour.test":             "https:// harbour.test",
		"See https: //harbour.test":             "https: //harbour.test",
		"See www.harbour,com":                   "www.harbour,com",
		"See www,harbour.com":                   "www,harbour.com",
		"Mail to ann@gmial.com.":                "ann@gmial.com",
		"Mail to ann@harbour,com":               "ann@harbour,com",
		"Mail to ann@abc,de":                    "ann@abc,de",
		"Mail to bob@xyz..net":                  "bob@xyz..net",
		"Mail to ann@harbour..com":              "ann@harbour..com",
		"See hps:/harbour.test":                 "hps:/harbour.test",
		"Mail to ann@@harbour.de today":         "ann@@harbour.de",
		"Mail to ann@post@harbour.de":           "ann@post@harbour.de",
		"Ann (ann@harbour.de)@work":             "",
		"Follow @harbour,es gratis.":            "",
		"See https://harbour.test, or write.":   "",
		"See http://harbour.test/a//b":          "",
		"See www.harbour.com, and more":         "",
		"Mail to ann@gmail.com, bob@harbour.de": "",
		"He said: // that":                      "",
		"https://{{flow.data.host}}/x":          "",
		"and/or, yes//no":                       "",
	} {
		start, end := MistypedLink(text)
		if got := text[start:end]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
