package pattern

import (
	"strings"
	"testing"
)

func TestTexts(t *testing.T) {
	for expression, want := range map[string]string{
		"yes":                 "yes",
		"(?i)^(yes|y)$":       "yes,y",
		`^\s*1\s*$`:           "1",
		"[1-3]":               "1,2,3",
		"s[ií]":               "si,sí",
		"ok(ay)?":             "ok,okay",
		`stop\.?`:             "stop,stop.",
		`order\s*status`:      "orderstatus,order status",
		"(?i)(YES|Yes|no) ?1": "yes1,yes 1,no1,no 1",
		"":                    "",
		".*yes.*":             "",
		"[0-9]{5}":            "",
		`\w+`:                 "",
		`yes[ !-]*`:           "",
		"(?=y)yes":            "",
		"[a-z]":               "",
		"a{1000000}":          "",
	} {
		p, err := Parse(expression, true)
		if err != nil {
			t.Fatal(expression, err)
		}
		all, ok := p.Texts()
		if got := strings.Join(all, ","); got != want || ok != (len(all) > 0) {
			t.Errorf("%s: %q, want %q", expression, got, want)
		}
	}
}
