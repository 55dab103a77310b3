package yaml

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A long list is read as if it were read with the rest.
func TestLong(t *testing.T) {
	for _, text := range []string{
		"a: 1\ntests:\n  - name: x\n    list: [1, 2]\n\n  # comment\n  - name: y\n    text: |\n      - z\n      tests:\nb: 2\n",
		"tests:\n- name: x\n- name: y\nb: {c: d}\n",
		"tests: # why\r\n  - a: 1\r\n  - b: 2\r\n",
		"tests:\n  - a\n  - b\n  - [c, d]",
		"tests: [a, b]\n",
		"tests:\n  a: b\n",
		"tests:\n",
		"",
		"x: |\n  tests:\n  - a\ntests:\n  - b: c\n# end\n",
		"tests:\n  -\n    a: b\n  - c: d\n",
		"tests:\n  - a: b\n - c: d\n",
		"tests:\n  - a: \"b\n    c\"\n  - d\n",
	} {
		want, wantErr := Parse([]byte(text))
		got, err := ParseLong([]byte(text), "tests", whole)
		if (err == nil) != (wantErr == nil) {
			t.Errorf("%q: %v, want %v", text, err, wantErr)
			continue
		}
		if diff := cmp.Diff(places(want, text, 0), places(got, text, 0)); diff != "" && err == nil {
			t.Errorf("%q:\n%s", text, diff)
		}
	}
}

// whole keeps all of an item.
func whole(_ int, item Node) Node { return item }

// places writes a node with where its scalars and keys stand.
func places(n Node, text string, depth int) string {
	out := fmt.Sprintf("%d %s", n.Kind, n.Text)
	if n.Kind != List && n.Kind != Mapping {
		out += fmt.Sprintf(" %d", n.Span.Start)
	}
	for i, v := range n.Values {
		out += "\n" + strings.Repeat(" ", depth)
		if i < len(n.Keys) {
			out += fmt.Sprintf("%s at %d: ", n.Keys[i].Text, n.Keys[i].Span.Start)
		}
		out += places(v, text, depth+1)
	}
	return out
}

// Mistakes in an item stand where they are.
func TestLongErrors(t *testing.T) {
	_, err := ParseLong([]byte("a: b\ntests:\n  - ok: 1\n  - bad: &x 1\n"), "tests", whole)
	if err == nil || err.Span.Start != 31 {
		t.Errorf("%+v", err)
	}
}

// Ten times as long takes ten times as long, and there is no limit on all keys together.
func TestLongGrows(t *testing.T) {
	text := func(n int) []byte {
		return []byte("tests:\n" + strings.Repeat("  - name: x\n    steps: [{press: 1}, {press: 2}, {press: 3}, {press: 4}, {press: 5}, {press: 6}, {press: 7}]\n", n))
	}
	for try := 0; ; try++ {
		start := time.Now()
		if _, err := ParseLong(text(400), "tests", whole); err != nil {
			t.Fatal(err)
		}
		short := time.Since(start)
		start = time.Now()
		n, err := ParseLong(text(4000), "tests", whole)
		if err != nil || len(n.Values[0].Values) != 4000 {
			t.Fatal(err)
		}
		long := time.Since(start)
		if long < 30*short+20*time.Millisecond {
			return
		}
		if try == 4 {
			t.Fatalf("%v for a tenth, %v for all", short, long)
		}
	}
}
