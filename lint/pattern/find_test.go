package pattern

import (
	"errors"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		expression, text string
		want             bool
	}{
		{`b+`, "abbc", true},
		{`^b`, "ab", false},
		{`c$`, "abc", true},
		{`(?<=a)b`, "ab", true},
		{`(a)\1`, "xaa", true},
		{`[0-9]{3}`, "12 34", false},
		{``, "", true},
		{`x|y`, "say", true},
	} {
		p, err := Parse(c.expression, false)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := p.Find(c.text); got != c.want || err != nil {
			t.Errorf("%s in %q: %v, %v", c.expression, c.text, got, err)
		}
	}
	p, err := Parse(`(a*)*(a*)*b`, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Find(strings.Repeat("a", 60)); !errors.Is(err, errUndetermined) {
		t.Error(err)
	}
}
