package split

import "testing"

func TestLooseDot(t *testing.T) {
	for expression, want := range map[string]string{
		`\d+.\d{2}`:                    ".",
		`^\d+(.\d{1,2})?$`:             ".",
		`[0-9]+.[0-9]{2}`:              ".",
		`\d+\.\d{2}`:                   "",
		`\d+[.,]\d{2}`:                 "",
		`\d{2}.\d{2}.\d{4}`:            "",
		`\d+.*\d+`:                     "",
		`[a-z]+@[a-z]+.[a-z]{2,}`:      "@",
		`.+@.+..+`:                     "@",
		`.+@.+\..+`:                    "",
		`\S+@\S+.com`:                  "@",
		`[^@\s]+@[^@\s]+\.[^@\s]+`:     "",
		`[\w.]+@example\.com`:          "",
		`[\w.]+@example.com`:           "@",
		`.*yes.*`:                      "",
		`^.+@(.+).(com|org)$`:          "",
		`[a-z]+@(?:[a-z]+.)+[a-z]{2,}`: "",
	} {
		at, host := LooseDot(expression)
		got := ""
		switch {
		case at >= 0 && host:
			got = "@"
		case at >= 0:
			got = "."
		}
		if got != want {
			t.Errorf("%s has %q (%d), not %q", expression, got, at, want)
		}
	}
}
