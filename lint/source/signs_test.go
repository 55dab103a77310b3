package source

import (
	"strings"
	"testing"
)

func TestSigns(t *testing.T) {
	signs := map[Signs][]string{
		Markup: {"{{", "{%"}, Token: {"${", "%{", "#{"}, Brackets: {"[", "<", "$", "@"}, Pairs: {"=", `"`}, Slashes: {":/"},
		Capitals: {"AZ", "XA"}, Crosses: {"xx", "Xx", "xX"}, Underscores: {"__"}, Closing: {"}}"},
	}
	for sign, texts := range signs {
		for _, text := range texts {
			for _, s := range []string{text, "a " + text + " b", strings.Repeat("é", 3) + text} {
				if SignsOf(s)&sign == 0 {
					t.Errorf("%q has no sign %#x", s, sign)
				}
			}
			if half := text[:len(text)-1]; SignsOf(half+" "+text[1:])&sign != 0 && len(text) > 1 {
				t.Errorf("%q has the sign %#x", half+" "+text[1:], sign)
			}
		}
	}
	if s := SignsOf("Hello, world: a_b {x} 100% #1 A1B2"); s != 0 {
		t.Errorf("a plain text has the signs %#x", s)
	}
}

// Signs are those of what a string says, however it is written.
func TestHas(t *testing.T) {
	root := Parse("", []byte(`{"a": "{{x}}", "b": "\u007b{x", "c": "x\n", "d": 1, "e": "plain", "f\u0020g": ["=\""]}`)).Root()
	for name, want := range map[string]bool{"a": true, "b": true, "c": false, "d": false, "e": false} {
		if got := root.Get(name).Has(Markup); got != want {
			t.Errorf("Has(Markup) of %s is %v", name, got)
		}
	}
	if n := root.Get("c"); n.Text() != "x\n" || n.Decoded().Text != "x\n" {
		t.Errorf("the text is %q", n.Text())
	}
	if !root.Get("f g").At(0).Has(Pairs) || root.Get("f g").Has(Pairs) || (Node{}).Has(Markup) {
		t.Error("only a string has signs")
	}
	form := ParseForm("", []byte("a=%7B%7Bx&b=y")).Root()
	if !form.Get("a").Has(Markup) {
		t.Error("what has not been read may have any sign")
	}
}
