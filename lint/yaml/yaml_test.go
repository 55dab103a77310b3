package yaml

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write shows a node with the text at its place.
func write(b *strings.Builder, text string, n Node, indent string) {
	fmt.Fprintf(b, "%s%s %q at %q\n", indent, n.Kind, n.Text, text[n.Span.Start:n.Span.End])
	for i, v := range n.Values {
		if n.Kind == Mapping {
			write(b, text, n.Keys[i], indent+"  key: ")
		}
		write(b, text, v, indent+"  ")
	}
}

// Each value stands at its bytes, also after marks, comments and letters of several
// bytes, and with line ends of either kind.
func TestPlaces(t *testing.T) {
	const text = "# é\nname: 'it''s'\nlist:\n  - \"😀 \\\"x\\\"\" # é\n  - 12\n  - {a: true, b: }\nlong: >-\n  two\n  lines\n"
	const want = `a mapping "" at "name"
  key: a text "name" at "name"
  a text "it's" at "'it''s'"
  key: a text "list" at "list"
  a list "" at "-"
    a text "😀 \"x\"" at "\"😀 \\\"x\\\"\""
    a number "12" at "12"
    a mapping "" at "{"
      key: a text "a" at "a"
      a truth value "true" at "true"
      key: a text "b" at "b"
      nothing "null" at "b"
  key: a text "long" at "long"
  a text "two lines" at ">-"
`
	for name, text := range map[string]string{"as it is": text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "a byte order mark": "\uFEFF" + text} {
		root, err := Parse([]byte(text))
		if err != nil {
			t.Fatalf("%s: %s at %v", name, err.Message, err.Span)
		}
		var b strings.Builder
		write(&b, text, root, "")
		if diff := cmp.Diff(want, b.String()); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// Each number of JSON is one here.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]Kind{
		"12": Number, "-1.5": Number, "1.0e3": Number, "1e3": Number, "1E+06": Number, "-1e-7": Number, "18446744073709551616": Number, "0": Number, "1e400": Number,
		`"1e3"`: Text, "'1e3'": Text, "1e": Text, "e3": Text, "1 2": Text, "1e3 x": Text, "08": Text, "1\t2": Text, "|\n  1e3": Text,
	} {
		root, err := Parse([]byte("a: " + text))
		if err != nil || root.Values[0].Kind != want {
			t.Errorf("%q is %v, %v", text, root, err)
		}
	}
}

// The YAML module loses the tabs within a text without quotes.
func TestTabs(t *testing.T) {
	const text = "a\tb:\n  x\ty # c\td\nn: 1\t2\n\nlist: [x\ty, z\t]\nlong: one\ttwo\n  \tthree\n\n  four\t\nend: true\t# c\nsame: |\n  \tx\ty\n"
	const want = `a mapping "" at "a\tb"
  key: a text "a\tb" at "a\tb"
  a text "x\ty" at "x\ty"
  key: a text "n" at "n"
  a text "1\t2" at "1\t2"
  key: a text "list" at "list"
  a list "" at "["
    a text "x\ty" at "x\ty"
    a text "z" at " z\t]"
  key: a text "long" at "long"
  a text "one\ttwo three\nfour" at "one\ttwo"
  key: a text "end" at "end"
  a truth value "true" at "true"
  key: a text "same" at "same"
  a text "\tx\ty\n" at "|"
`
	root, err := Parse([]byte(text))
	if err != nil {
		t.Fatalf("%s at %v", err.Message, err.Span)
	}
	var b strings.Builder
	write(&b, text, root, "")
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// What is no plain YAML is refused at its place.
func TestRefused(t *testing.T) {
	for text, want := range map[string]string{
		"a: &x 1":      "&",
		"a: [1":        "[",
		"a: b\n\tc: d": "\tc: d",
		"a: \xff":      "\xff",
		"a: 1\n---\nb": "b",
		"!t a":         "!t",
	} {
		_, err := Parse([]byte(text))
		if err == nil || err.Message == "" {
			t.Errorf("%q is read", text)
			continue
		}
		if got := text[err.Span.Start:err.Span.End]; got != want {
			t.Errorf("%q: refused at %q, not at %q: %s", text, got, want, err.Message)
		}
	}
}
