package diff

import (
	"strings"
	"testing"
)

func TestPieces(t *testing.T) {
	for _, tt := range [][3]string{
		{"Press 1 for sales.", "Press 2 for sales.", "Press [-1 -]{+2 +}for sales."},
		{"Hi {{flow.data.a}}!", "Hi {{flow.data.b}}!", "Hi [-{{flow.data.a}}-]{+{{flow.data.b}}+}!"},
		{"", "new text", "{+new text+}"},
		{"  a\n b", "a b", "[-  a\n -]{+a +}b"},
		{"same", "same", "same"},
		{"https://a.example/x", "https://b.example/x", "https://[-a-]{+b+}.example/x"},
		{"über ß", "über s", "über [-ß-]{+s+}"},
	} {
		var b strings.Builder
		for _, p := range pieces(tt[0], tt[1]) {
			switch {
			case p.old && p.new:
				b.WriteString(p.text)
			case p.old:
				b.WriteString("[-" + p.text + "-]")
			default:
				b.WriteString("{+" + p.text + "+}")
			}
		}
		if b.String() != tt[2] {
			t.Errorf("%q and %q: %q, want %q", tt[0], tt[1], b.String(), tt[2])
		}
	}
}

// What both have, with what only one has, is that one, whatever the texts are.
func FuzzPieces(f *testing.F) {
	f.Add("Press 1 for {{x}}.", "Press 2, or 3, for ${y}.")
	f.Add(strings.Repeat("a b ", 300), strings.Repeat("b c ", 300))
	f.Add("\xff{{", "}} \x00 {{a}}")
	f.Fuzz(func(t *testing.T, old, new string) {
		var a, b strings.Builder
		for _, p := range pieces(old, new) {
			if p.old {
				a.WriteString(p.text)
			}
			if p.new {
				b.WriteString(p.text)
			}
		}
		if a.String() != old || b.String() != new {
			t.Errorf("%q and %q became %q and %q", old, new, a.String(), b.String())
		}
	})
}
