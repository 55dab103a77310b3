package source

import "testing"

// What is found at the place of a node is the node, and its letters are found again.
func TestNodeAt(t *testing.T) {
	for _, f := range []*File{
		Parse("a.json", []byte(`{"a": [1, "é😀\n\u00e9x", {"b": {}}], "c\"d": "{\"in\": \"n\\u0065r\"}", "e": []}`)),
		ParseForm("a", []byte("a=b%20c&d=%7B%22x%22%3A1%7D")),
		ParseTerraform("a.tf", []byte("locals {\n  f = jsonencode({states = [{name = \"é\\n😀\", type = \"${x}\"}], initial_state = \"a\"})\n}\n")),
	} {
		if f.Syntax != nil {
			t.Fatal(f.Syntax)
		}
		seen := 0
		for i := 0; f.Node(i).Exists(); i++ {
			n := f.Node(i)
			seen++
			if got, inName := f.NodeAt(n.Span().Start); got != n || inName {
				if got.Parent() != n || i > 0 { // a form begins with a name
					t.Errorf("%s: at %d stands %s, not %s", f.Path, n.Span().Start, got.Pointer(), n.Pointer())
				}
			}
			if k := n.KeySpan(); k.Len() > 0 {
				if got, inName := f.NodeAt(k.Start); got != n || !inName {
					t.Errorf("%s: at %d stands %s, not the name of %s", f.Path, k.Start, got.Pointer(), n.Pointer())
				}
			}
			if n.IsString() && !n.Filled() {
				d := n.Decoded()
				for i := range len(d.Text) {
					if back := d.Index(d.Offset(i)); d.Offset(back) != d.Offset(i) || back > i {
						t.Errorf("%s %q: %d is written at %d, where %d is", f.Path, d.Text, i, d.Offset(i), back)
					}
				}
			}
		}
		if n, _ := f.NodeAt(1 << 20); n.Exists() || seen < 3 {
			t.Errorf("%s: %v, %d nodes", f.Path, n, seen)
		}
	}
	if n, _ := Parse("a.json", nil).NodeAt(0); n.Exists() {
		t.Error(n)
	}
}
