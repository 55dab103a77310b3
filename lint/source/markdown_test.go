package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMarkdownBlocks finds the fences that CommonMark finds.
func TestMarkdownBlocks(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a fence", "a\n```json\n{\n}\n```\nb", []string{"{\n}\n"}},
		{"info strings", "```JSON title=\"x\"\n1\n```\n~~~ {.json #a}\n2\n~~~\n```json,ignore\n3\n```\n```json:flow.json\n4\n```", []string{"1\n", "2\n", "3\n", "4\n"}},
		{"other languages", "```js\n1\n```\n```\n2\n```\n```json5\n3\n```\n```jsonc\n4\n```\n", nil},
		{"no fences", "``json\n1\n``\n```json `x`\n2\n", nil},
		{"a wider fence", "````md\n```json\n1\n```\n````\n~~~\n```json\n2\n```\n~~~\n", nil},
		{"a fence that closes later", "```json\n1\n~~~\n`` `\n``` x\n````\n2\n", []string{"1\n~~~\n`` `\n``` x\n"}},
		{"a fence that nothing closes", "```json\n1\n", []string{"1\n"}},
		{"nothing in it", "```json\n```\n```json", []string{"", ""}},
		{"indented", "  ```json\n    1\n  2\n 3\n4\n   ```\n", []string{"  1\n2\n3\n4\n"}},
		{"indented code", "a\n\n    ```json\n    1\n    ```\n", nil},
		{"in a list", "- a\n\n  ```json\n  1\n   2\n  ```\n10. ```json\n    3\n    ```\n", []string{"1\n 2\n", "3\n"}},
		{"in lists", "- a\n  - b\n\n    1) c\n\n       ```json\n       1\n\n       2\n       ```\n", []string{"1\n\n2\n"}},
		{"after a list", "- a\n\nb\n\n  ```json\n  1\n  ```\n", []string{"1\n"}},
		{"a list ends", "- a\n  ```json\n  1\n2\n  ```json\n3\n", []string{"1\n", "3\n"}},
		{"tabs", "1.\ta\n\n\t```json\n\t1\n\t\t2\n\t```\n", []string{"1\n\t2\n"}},
		{"no list", "2019.a\n-b\n**c**\n    ```json\n    1\n", nil},
		{"code in a list", "-     ```json\n      1\n", nil},
		{"in a quote", "> ```json\n> 1\n>2\n>\n>   3\n> ```\n", []string{"1\n2\n\n  3\n"}},
		{"in a quote in a list", "- a\n\n  - b\n\n    > ```json\n    > 1\n    > ```\n", []string{"1\n"}},
		{"in a quote that a list item begins with", "- > ```json\n  > 1\n  >  2\n  > ```\n- > a\n  >\n  > ```json\n  > 3\n10. >> ```json\n    >> 4\n    >> ```\n- >\n  > ```json\n  > 5\n", []string{"1\n 2\n", "3\n", "4\n", "5\n"}},
		{"a list in a quote in a list", "> - > 1. ```json\n>   >    1\n>   >    ```\n", []string{"1\n"}},
		{"a quote ends", "> ```json\n> 1\n2\n```json\n3\n", []string{"1\n", "3\n"}},
		{"a list in a quote", ">> - a\n>>\n>>   ```json\n>>   1\n>>   > 2\n>>   ```\n", []string{"1\n> 2\n"}},
		{"in a comment", "<!-- a\n```json\n1\n```\n-->\n```json\n2\n```\n<!-- b --> \n```json\n3\n```\n<!--\n```json\n4\n", []string{"2\n", "3\n"}},
		{"Windows line ends", "> ```json\r\n> 1\r\n>\r\n> ```\r\n", []string{"1\r\n\r\n"}},
		{"a byte order mark", "\ufeff```json\n1\n```\n", []string{"1\n"}},
		{"nothing", "", nil},
	} {
		f := ParseMarkdown("a.md", []byte(tt.text))
		var got []string
		for i, n := range f.Root().Elements() {
			got = append(got, n.Text())
			if i != n.Index() || n.Pointer() != fmt.Sprint("/", i) {
				t.Errorf("%s: block %d is the %dth, %s", tt.name, i, n.Index(), n.Pointer())
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	f := ParseMarkdown("a.md", []byte("a\n```json\n1\n```\nb\n> ```json\n> 2\n> ```\nc"))
	if got := string(f.Outside()); got != "a\n```json\n```\nb\n> ```json\n> > ```\nc" {
		t.Errorf("outside stands %q", got)
	}
}

// TestMarkdownEdits writes into blocks as their lines begin.
func TestMarkdownEdits(t *testing.T) {
	d := Parse("", []byte("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": \"x\"\n}\n"))
	edits := map[string]func(root Node) Edit{
		"a text":     func(root Node) Edit { return root.Get("c").SetText("é\n\"") },
		"a part":     func(root Node) Edit { return root.Get("c").Part(1, 1).Replace("y\n") },
		"a member":   func(root Node) Edit { return root.InsertMember(1, "d", Members{{"e", List{Integer(1), Truth(true)}}}) },
		"the last":   func(root Node) Edit { return root.InsertMember(9, "d", Integer(1)) },
		"one less":   func(root Node) Edit { return root.Get("a").Remove() },
		"the latter": func(root Node) Edit { return root.Get("c").Remove() },
		"a name":     func(root Node) Edit { return root.Get("a").Rename("z") },
	}
	for _, prefix := range []string{"", "> ", "    ", ">> 1. ", "   > ", "- > "} {
		in := func(text string) string {
			later := strings.NewReplacer("1.", "  ", "-", " ").Replace(prefix)
			return prefix + "```json\n" + later + strings.ReplaceAll(text, "\n", "\n"+later) + "```\n"
		}
		if strings.TrimSpace(prefix) == "" && prefix != "" {
			in = func(text string) string {
				return "10. a\n\n" + prefix + "~~~json\n" + prefix + strings.ReplaceAll(text, "\n", "\n"+prefix) + "~~~\n"
			}
		}
		for what, edit := range edits {
			root := ParseMarkdown("a.md", []byte(in(string(d.Bytes)))).Root().At(0).Parse().Root()
			if !root.Exists() {
				t.Fatalf("%q is not read", prefix)
			}
			if got, want := apply(t, edit(root)), in(apply(t, edit(d.Root()))); got != want {
				t.Errorf("%s, %q:\n%s\nwant\n%s", what, prefix, got, want)
			}
		}
	}
}
