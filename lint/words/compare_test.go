package words

import (
	"runtime"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
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
		for _, p := range Compare(tt[0], tt[1]) {
			switch {
			case p.Old && p.New:
				b.WriteString(p.Text)
			case p.Old:
				b.WriteString("[-" + p.Text + "-]")
			default:
				b.WriteString("{+" + p.Text + "+}")
			}
		}
		if b.String() != tt[2] {
			t.Errorf("%q and %q: %q, want %q", tt[0], tt[1], b.String(), tt[2])
		}
	}
}

// Long texts cost no more than their length: no word is copied once for each after it.
func TestCompareLong(t *testing.T) {
	text := func(word string) string { return strings.Repeat(word+" ", 80_000) }
	for _, tt := range [][2]string{
		{text("one"), text("other")}, {text("{{"), "hi"}, {"hi", strings.Repeat("{{", 100_000)}, {text("same") + "a", text("same") + "b"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Compare(tt[0], tt[1])
		runtime.ReadMemStats(&after)
		took, most := after.TotalAlloc-before.TotalAlloc, uint64(200*(len(tt[0])+len(tt[1])))
		if took > most {
			t.Errorf("%.10q and %.10q: %d bytes are allocated, at most %d are expected", tt[0], tt[1], took, most)
		}
	}
}

// What both have, with what only one has, is that one, whatever the texts are.
func FuzzCompare(f *testing.F) {
	f.Add("Press 1 for {{x}}.", "Press 2, or 3, for ${y}.")
	f.Add(strings.Repeat("a b ", 300), strings.Repeat("b c ", 300))
	f.Add("\xff{{", "}} \x00 {{a}}")
	f.Fuzz(func(t *testing.T, old, new string) {
		var a, b strings.Builder
		for _, p := range Compare(old, new) {
			if p.Old {
				a.WriteString(p.Text)
			}
			if p.New {
				b.WriteString(p.Text)
			}
		}
		if a.String() != old || b.String() != new {
			t.Errorf("%q and %q became %q and %q", old, new, a.String(), b.String())
		}
	})
}
