package source

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What the reader calls valid is what jsontext does, down to how deep a text may be.
func TestDepth(t *testing.T) {
	for depth, valid := range map[int]bool{maxDepth: true, maxDepth + 1: false} {
		for _, text := range []string{strings.Repeat("[", depth) + strings.Repeat("]", depth), strings.Repeat(`{"a":`, depth-1) + "{}" + strings.Repeat("}", depth-1)} {
			f := Parse("", []byte(text))
			_, err := f.mistake(0)
			if accepted := err.Error() == "EOF"; accepted != valid || (f.Syntax == nil) != valid {
				t.Errorf("%d deep: %v, jsontext says %v", depth, f.Syntax, err)
			}
		}
	}
}

// A dull character has no sign alone or beside another, and every other is looked at.
func TestDull(t *testing.T) {
	for c := range dull {
		special := single[c]|first[c]|second[c] != 0 || c < ' ' || c >= 0x80 || c == '"' || c == '\\'
		if dull[c] && special {
			t.Errorf("%q is not dull", rune(c))
		}
	}
}

// The signs that the reader notes on its way are those of the text.
func TestSignsAreRead(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "x", "X", "A", "Z", "_", "{", "}", "%", "#", "$", "[", "<", "@", "=", ":", "/", `\"`, `\n`, `\u007b`, "é", " ", "b1"}
	for range 3000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		f := Parse("", []byte(`{"`+b.String()+`":"`+b.String()+`"}`))
		if f.Syntax != nil {
			t.Fatal(f.Syntax)
		}
		n := f.Root().First()
		want := SignsOf(n.Decoded().Text)
		if got := n.row().signs &^ (read | plain | plainKey); got != want || n.Text() != n.Decoded().Text || n.Key() != n.Text() {
			t.Fatalf("%q has the signs %#x, read are %#x, and the name %q", n.Text(), want, got, n.Key())
		}
	}
}

// The table of a text that is released serves the next.
func TestRelease(t *testing.T) {
	first := Parse("", []byte(`[`+strings.Repeat(`{"a": "{{x}}"}, `, least)+`1]`))
	first.Release()
	first.Release()
	Parse("", []byte("[]")).Release()
	text := `{"b": [` + strings.Repeat("1, ", least) + `"x"]}`
	second := Parse("", []byte(text))
	if b := second.Root().Get("b"); b.Len() != least+1 || b.At(least).Text() != "x" || b.At(0).Has(Markup) || b.At(3).Index() != 3 || b.Parent() != second.Root() {
		t.Errorf("the second text is read as %s", second.Root().Raw())
	}
}

// Where a row of blanks ends is the same byte by byte, wherever it begins.
func TestAfterBlanks(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	const bytes = "\"\n\t!{\x00\x1f\x80\xa0\xff"
	for range 20_000 {
		text := make([]byte, random.IntN(30))
		for i := range text {
			if text[i] = ' '; random.IntN(8) == 0 {
				text[i] = bytes[random.IntN(len(bytes))]
			}
		}
		from := random.IntN(len(text) + 1)
		blank := from
		for blank < len(text) && text[blank] == ' ' {
			blank++
		}
		if got := afterBlanks(text, from); got != blank {
			t.Fatalf("%q from %d: blank up to %d, want %d", text, from, got, blank)
		}
	}
}
