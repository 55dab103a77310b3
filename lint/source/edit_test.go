package source

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// apply makes the edit in the bytes of the file that it leads to.
func apply(t *testing.T, e Edit) string {
	t.Helper()
	f, at, text, ok := e.Resolve()
	if !ok {
		t.Fatalf("cannot be made: %+v", e)
	}
	return string(f.Bytes[:at.Start]) + text + string(f.Bytes[at.End:])
}

// edited returns the text of a file with some edits made in it.
func edited(t *testing.T, f *File, edits ...Edit) string {
	t.Helper()
	text := string(f.Bytes)
	var at []Span
	var new []string
	for _, e := range edits {
		_, span, put, ok := e.Resolve()
		if !ok {
			t.Fatalf("%s: %+v cannot be made", text, e)
		}
		at, new = append(at, span), append(new, put)
	}
	for len(at) > 0 { // from the back, and what is put in at one place in order
		last := 0
		for i := range at {
			if at[i].Start >= at[last].Start {
				last = i
			}
		}
		if at[last].End > len(text) || at[last].End < at[last].Start {
			t.Fatalf("%s: two edits meet", f.Bytes)
		}
		text = text[:at[last].Start] + new[last] + text[at[last].End:]
		at, new = slices.Delete(at, last, last+1), slices.Delete(new, last, last+1)
	}
	return text
}

// Members and elements stand as their neighbours do.
func TestLayout(t *testing.T) {
	at := func(path ...string) func(*File) Node {
		return func(f *File) Node {
			n := f.Root()
			for _, name := range path {
				n = n.child(name)
			}
			return n
		}
	}
	pair := List{Integer(1), Members{{"b", Truth(true)}}}
	tests := []struct {
		name, text string
		node       func(*File) Node
		edit       func(Node) Edit
		want       string
	}{
		{"after the last", "{\n  \"a\": 1\n}", at(), func(n Node) Edit { return n.InsertMember(9, "b", Text("x")) },
			"{\n  \"a\": 1,\n  \"b\": \"x\"\n}"},
		{"before the first, tabs and CRLF", "{\r\n\t\"a\" : 1\r\n}", at(), func(n Node) Edit { return n.InsertMember(0, "b", Nothing{}) },
			"{\r\n\t\"b\" : null,\r\n\t\"a\" : 1\r\n}"},
		{"between", `{"a":1,"c":2}`, at(), func(n Node) Edit { return n.InsertMember(1, "b", Decimal(1.5)) }, `{"a":1,"b":1.5,"c":2}`},
		{"minified", `[1,2]`, at(), func(n Node) Edit { return n.Insert(2, Members{{"a", Integer(1)}, {"b", pair}}) }, `[1,2,{"a":1,"b":[1,{"b":true}]}]`},
		{"on one line", `{ "a": [1, 2] }`, at("a"), func(n Node) Edit { return n.Insert(0, Text("x")) }, `{ "a": ["x", 1, 2] }`},
		{"a single one", `{"a": [1]}`, at("a"), func(n Node) Edit { return n.Insert(1, Integer(2)) }, `{"a": [1, 2]}`},
		{"into an empty one", "{\r\n    \"a\": {}\r\n}", at("a"), func(n Node) Edit { return n.InsertMember(0, "b", pair) },
			"{\r\n    \"a\": {\r\n        \"b\": [\r\n            1,\r\n            {\r\n                \"b\": true\r\n            }\r\n        ]\r\n    }\r\n}"},
		{"into an empty one of one line", `{"a":[ ]}`, at("a"), func(n Node) Edit { return n.Insert(0, Truth(false)) }, `{"a":[false]}`},
		{"an empty one, deeper", "[\n  {\n    \"a\": []\n  }\n]", at("0", "a"), func(n Node) Edit { return n.Insert(0, List{}) },
			"[\n  {\n    \"a\": [\n      []\n    ]\n  }\n]"},
		{"an empty file", `{}`, at(), func(n Node) Edit { return n.InsertMember(0, "a", Integer(1)) }, `{"a": 1}`},
		{"remove the first", "{\n  \"a\": 1,\n  \"b\": 2\n}", at("a"), Node.Remove, "{\n  \"b\": 2\n}"},
		{"remove the last", "{\n  \"a\": 1,\n  \"b\": 2\n}", at("b"), Node.Remove, "{\n  \"a\": 1\n}"},
		{"remove the only one", "[\n  1\n]", at("0"), Node.Remove, "[]"},
		{"remove between", `[1, {"x": 1} , 3]`, at("1"), Node.Remove, `[1 , 3]`},
		{"rename", `{"a": "x"}`, at("a"), func(n Node) Edit { return n.Rename(`b"`) }, `{"b\"": "x"}`},
		{"another value", "{\n  \"a\": \"x\"\n}", at("a"), func(n Node) Edit { return n.SetValue(Members{{"b", Integer(1)}}) },
			"{\n  \"a\": {\n    \"b\": 1\n  }\n}"},
		{"a text", "{\"a\": true}", at("a"), func(n Node) Edit { return n.SetText("\"\\\n\x01é😀") }, `{"a": "\"\\\n\u0001é😀"}`},
		{"a part", `{"a": "\u00e9x"}`, at("a"), func(n Node) Edit { return n.Part(0, 2).Replace("\t") }, `{"a": "\tx"}`},
		{"put in", `{"a": "x\n"}`, at("a"), func(n Node) Edit { return n.Part(1, 1).Replace(`"`) }, `{"a": "x\"\n"}`},
		{"the bytes", "\ufeff{}", at(), func(n Node) Edit { return n.File().Place(Span{0, 3}).Replace("") }, `{}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Parse("flow.json", []byte(tt.text))
			if f.Syntax != nil {
				t.Fatal(f.Syntax)
			}
			got := apply(t, tt.edit(tt.node(f)))
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if again := Parse("", []byte(got)); again.Syntax != nil {
				t.Errorf("no longer valid: %v", again.Syntax)
			}
		})
	}
}

// Edits of one change are made together: they share commas, and an empty list.
func TestTogether(t *testing.T) {
	insert := func(at int, names ...string) func(Node) []Edit {
		return func(n Node) []Edit {
			var list []Edit
			for _, name := range names {
				list = append(list, n.Insert(at, Text(name)))
			}
			return list
		}
	}
	without := func(indexes ...int) func(Node) []Edit {
		return func(n Node) []Edit {
			var list []Edit
			for _, i := range indexes {
				list = append(list, n.At(i).Remove())
			}
			return list
		}
	}
	tests := []struct {
		text  string
		edits func(Node) []Edit
		want  string
	}{
		{`[]`, insert(0, "a", "b", "c"), `["a","b","c"]`},
		{"[ \n ]", insert(0, "a", "b"), `["a","b"]`},
		{`["x"]`, insert(0, "a", "b"), `["a", "b", "x"]`},
		{`["x"]`, insert(1, "a", "b"), `["x", "a", "b"]`},
		{`{}`, func(n Node) []Edit {
			return []Edit{n.InsertMember(0, "a", Integer(1)), n.InsertMember(0, "b", Nothing{})}
		}, `{"a": 1,"b": null}`},
		{`[1, 2, 3, 4]`, without(0, 1), `[3, 4]`},
		{`[1, 2, 3, 4]`, without(1, 0), `[3, 4]`},
		{`[1, 2, 3, 4]`, without(0, 2), `[2, 4]`},
		{`[1, 2, 3, 4]`, without(2, 3), `[1, 2]`},
		{`[1, 2, 3, 4]`, without(0, 3, 1), `[3]`},
		{"[\n  1,\n  2,\n  3\n]", without(0, 1), "[\n  3\n]"},
		{`[1, 2]`, without(0, 1), `[]`},
		{`[1, 2]`, without(1, 0), `[]`},
		{`[1, 2]`, without(1, 1), `[1]`},
		{`[1]`, without(0), `[]`},
	}
	for _, tt := range tests {
		for _, wrap := range []bool{false, true} {
			text, root := tt.text, func(f *File) Node { return f.Root() }
			if wrap {
				text, root = `{"a": "`+encodeJSON(tt.text)+`"}`, func(f *File) Node { return f.Root().Get("a").Parse().Root() }
			}
			f := Parse("", []byte(text))
			text = edited(t, f, Together(tt.edits(root(f)))...)
			if got := root(Parse("", []byte(text))); string(got.Raw()) != tt.want {
				t.Errorf("%s becomes %s, want %s", tt.text, got.Raw(), tt.want)
			}
		}
	}
}

// What cannot be edited says so.
func TestNoEdit(t *testing.T) {
	root := Parse("", []byte(`{"a": "x", "b": 1}`)).Root()
	form := ParseForm("", []byte("a=x")).Root()
	for name, e := range map[string]Edit{
		"nothing":                 {},
		"an absent node":          Node{}.SetText("x"),
		"the root":                root.Remove(),
		"the name of no member":   root.Rename("x"),
		"a member without name":   root.InsertMember(0, "", Integer(1)),
		"a member of a string":    root.Get("a").InsertMember(0, "x", Integer(1)),
		"an element of an object": root.Insert(0, Integer(1)),
		"a part of a number":      root.Get("b").Place().Replace("x"),
		"a string with quotes":    root.Get("a").Place().Replace("x"),
		"a part that is no text":  root.Get("a").Part(0, 1).Replace("\xff"),
		"no number":               root.Get("b").SetValue(Decimal(math.NaN())),
		"an infinite number":      root.InsertMember(0, "c", List{Decimal(math.Inf(1))}),
		"no value":                root.Get("b").SetValue(nil),
		"a list of no values":     root.Get("b").SetValue(List{nil}),
		"a number in a form":      form.Get("a").SetValue(Integer(1)),
		"a field more":            form.InsertMember(0, "b", Text("x")),
		"a field less":            form.Get("a").Remove(),
	} {
		if _, _, _, ok := e.Resolve(); ok {
			t.Errorf("%s: resolved to %q", name, apply(t, e))
		}
	}
	if got := apply(t, form.Get("a").SetText("&=+ é")); got != "a=%26%3D%2B%20%C3%A9" {
		t.Errorf("form: %q", got)
	}
}

// layers wraps a definition as people do, and finds it again.
var layers = []struct {
	name string
	wrap func(definition string) string
	open func(text string) Node // of the definition
}{
	{"a file", func(d string) string { return d },
		func(text string) Node { return Parse("", []byte(text)).Root() }},
	{"a string", func(d string) string { return `{"definition": "` + encodeJSON(d) + `"}` },
		func(text string) Node { return Parse("", []byte(text)).Root().Get("definition").Parse().Root() }},
	{"a string in a string", func(d string) string {
		return `["` + encodeJSON(`{"definition": "`+encodeJSON(d)+`"}`) + `"]`
	}, func(text string) Node {
		return Parse("", []byte(text)).Root().At(0).Parse().Root().Get("definition").Parse().Root()
	}},
	{"a form", func(d string) string { return "FriendlyName=a+b&Definition=" + encodeForm(d) + "&Status=draft" },
		func(text string) Node { return ParseForm("", []byte(text)).Root().Get("Definition").Parse().Root() }},
	{"a string in a form", func(d string) string { return "Definition=" + encodeForm(`"`+encodeJSON(d)+`"`) },
		func(text string) Node {
			return ParseForm("", []byte(text)).Root().Get("Definition").Parse().Root().Parse().Root()
		}},
}

// An edit means the same however deeply the text is wrapped: made in the bytes of
// the file and read again, it gives what it gives in the text alone.
func TestEditInside(t *testing.T) {
	const definition = "{\n  \"a\": \"x \\\"{{ widgets.mneu.Body }}\\\" \\u00e9 +%\",\n  \"b\": [1]\n}"
	edits := map[string]func(Node) Edit{
		"a part": func(n Node) Edit {
			from := strings.Index(n.Get("a").Text(), "mneu")
			return n.Get("a").Part(from, from+4).Replace("menü\"\\\n")
		},
		"a text":    func(n Node) Edit { return n.Get("a").SetText("\"+%20&=\\é😀\n") },
		"a value":   func(n Node) Edit { return n.Get("a").SetValue(Members{{"c", List{Integer(1), Text("x")}}}) },
		"a member":  func(n Node) Edit { return n.InsertMember(1, "c\"", Text("d")) },
		"one less":  func(n Node) Edit { return n.Get("a").Remove() },
		"a name":    func(n Node) Edit { return n.Get("b").Rename("\\") },
		"elements":  func(n Node) Edit { return n.Get("b").Insert(0, Members{{"x", Nothing{}}}) },
		"the bytes": func(n Node) Edit { return n.File().Place(Span{1, 2}).Replace("\r\n\t") },
	}
	for name, edit := range edits {
		want := apply(t, edit(layers[0].open(definition)))
		for _, l := range layers {
			text := l.wrap(definition)
			got := l.open(apply(t, edit(l.open(text))))
			if string(got.Raw()) != want {
				t.Errorf("%s in %s:\ngot  %s\nwant %s", name, l.name, got.Raw(), want)
			}
		}
	}
}

// Whatever is written into a string comes out again, in every layer.
func FuzzEncode(f *testing.F) {
	for _, s := range []string{"", "a b", "\"\\/\b\f\n\r\t\x00\x1f\x7f", "é😀\u2028\ufeff", "%41+&=", `\u0041\n`, "\xff", "${x}%{y}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := ParseForm("", []byte("a="+encodeForm(text))).Root().Get("a").Text(); got != text {
			t.Fatalf("form: %q became %q", text, got)
		}
		if !utf8.ValidString(text) {
			return
		}
		for _, l := range layers {
			n := l.open(apply(t, l.open(l.wrap(`{"a": "x"}`)).Get("a").SetText(text)))
			if got := n.Get("a").Text(); got != text {
				t.Fatalf("%s: %q became %q", l.name, text, got)
			}
			n = l.open(apply(t, n.Get("a").Part(0, 0).Replace(text)))
			if got := n.Get("a").Text(); got != text+text {
				t.Fatalf("%s: %q became %q", l.name, text+text, got)
			}
		}
	})
}
