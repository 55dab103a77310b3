package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"golang.org/x/text/unicode/norm"
)

// toHCL writes a JSON value as people write it in Terraform.
func toHCL(b *strings.Builder, n Node, indent string) {
	switch n.Kind() {
	case Object:
		b.WriteString("{\n")
		for name, m := range n.Members() {
			b.WriteString(indent + "  ")
			if hclsyntax.ValidIdentifier(name) {
				b.WriteString(name + " = ")
			} else {
				b.WriteString(quoteTerraform(name) + " : ")
			}
			toHCL(b, m, indent+"  ")
			b.WriteString("\n")
		}
		b.WriteString(indent + "}")
	case Array:
		b.WriteString("[")
		for i, e := range n.Elements() {
			if i > 0 {
				b.WriteString(", ")
			}
			toHCL(b, e, indent+"  ")
		}
		b.WriteString("]")
	case String:
		b.WriteString(quoteTerraform(n.Text()))
	default:
		b.Write(n.Raw())
	}
}

func hclOf(n Node) string {
	var b strings.Builder
	toHCL(&b, n, "")
	return b.String()
}

// escapeBare writes a text into a template.
func escapeBare(s string) string {
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(s)
}

// forms are the ways in which people keep a definition in Terraform, and where it
// is found then.
var forms = []struct {
	name string
	text func(definition *File) string
	open func(text string) Node
}{
	{"jsonencode in a template", func(d *File) string { return "${jsonencode(" + hclOf(d.Root()) + ")}\n" },
		func(text string) Node { return ParseTerraformTemplate("a.tftpl", []byte(text)).Root() }},
	{"a JSON template", func(d *File) string { return escapeBare(string(d.Bytes)) },
		func(text string) Node { return ParseTerraformTemplate("a.tftpl", []byte(text)).Root().Parse().Root() }},
	{"jsonencode in a resource", func(d *File) string {
		return "resource \"twilio_studio_flows_v2\" \"a\" {\r\n  friendly_name = \"x\" # no definition\r\n  definition = (jsonencode(" + hclOf(d.Root()) + "))\r\n}\r\n"
	}, func(text string) Node { return ParseTerraform("a.tf", []byte(text)).Root().At0() }},
	{"a heredoc", func(d *File) string {
		return "locals {\n  flow = <<-EOT\n    " + strings.ReplaceAll(escapeBare(string(d.Bytes)), "\n", "\n    ") + "\n    EOT\n}\n"
	}, func(text string) Node { return ParseTerraform("a.tf", []byte(text)).Root().At0().Parse().Root() }},
	{"a quoted string", func(d *File) string { return `x = ` + quoteTerraform(string(d.Bytes)) },
		func(text string) Node { return ParseTerraform("a.tf", []byte(text)).Root().At0().Parse().Root() }},
	{"a local object", func(d *File) string { return "locals {\n flow = " + hclOf(d.Root()) + "\n}" },
		func(text string) Node { return ParseTerraform("a.tf", []byte(text)).Root().At0() }},
}

// At0 returns the first member.
func (n Node) At0() Node { return n.First() }

func definitions(t testing.TB) map[string]*File {
	t.Helper()
	names, err := filepath.Glob("../../testdata/flows/*/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	files := map[string]*File{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if f := Parse(name, text); f.Syntax == nil && f.Root().Get("states").IsArray() {
			files[name] = f
		}
	}
	return files
}

// A definition has the same nodes in whatever form it is written, and each text
// stands where its place says.
func TestTerraformForms(t *testing.T) {
	for name, d := range definitions(t) {
		for _, form := range forms {
			root := form.open(form.text(d))
			if !root.Exists() {
				t.Errorf("%s as %s: %v", name, form.name, Node{}.File())
				continue
			}
			sameNodes(t, name+" as "+form.name, d.Root(), root)
		}
	}
}

func sameNodes(t *testing.T, what string, want, got Node) {
	t.Helper()
	if want.Kind() != got.Kind() || want.Text() != got.Text() || want.Parent().Exists() && want.Key() != got.Key() || want.Len() != got.Len() || got.Unknown() {
		t.Fatalf("%s: at %s is %s %q (%d), want %s %q (%d)", what, want.Pointer(), got.Kind(), got.Text(), got.Len(), want.Kind(), want.Text(), want.Len())
	}
	if want.Kind() == Number || want.Kind() == Bool {
		if string(want.Raw()) != string(got.Raw()) {
			t.Fatalf("%s: at %s is %s, want %s", what, want.Pointer(), got.Raw(), want.Raw())
		}
	}
	if text := got.Text(); got.IsString() && isPlainWord(text) {
		f, at := got.Part(0, len(text)).Locate()
		if s := string(f.Bytes[at.Start:at.End]); s != text {
			t.Fatalf("%s: %q is said to stand at %q", what, text, s)
		}
	}
	next := got.First()
	for c := range want.Children() {
		sameNodes(t, what, c, next)
		next = next.Next()
	}
}

func isPlainWord(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_") == "" }

// What the parser of Terraform says a string is, it is here too.
func FuzzTerraformString(f *testing.F) {
	for _, s := range []string{`a`, `\n\t\"\\`, `\u00e9\U0001F600`, `$${x}`, `%%{x}`, `$$${x`, `$$$${x}`, `$`, `$$`, `%`, "e\u0301", "한"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s)); s != "" && !unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) {
			return // in a heredoc, HCL takes an accent off together with the indentation
		}
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != ' ' && r != '\t' }) {
			return // which counts as indentation to HCL, and to nobody else
		}
		for _, text := range []string{`"` + s + `"`, "<<EOT\n" + s + "\nEOT\n", "<<-EOT\n  " + s + "\n    x\n  EOT\n"} {
			e, diagnostics := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
			template, ok := e.(*hclsyntax.TemplateExpr)
			if diagnostics.HasErrors() || !ok || !template.IsStringLiteral() || spanOf(e.Range(), nil).Len() < len(strings.TrimSpace(text)) {
				continue
			}
			v, _ := e.Value(nil)
			got := ParseTerraformTemplate("", []byte("${jsonencode({a = "+text+"})}")).Root().Get("a")
			if want := v.AsString(); got.Text() != want {
				t.Fatalf("%q is %q, want %q", text, got.Text(), want)
			}
		}
	})
}

// Whatever is written into a string of Terraform comes out again.
func FuzzTerraformEncode(f *testing.F) {
	for _, s := range []string{"", "a b", "\"\\/\n\r\t\x00", "é😀", "${x}", "%{x}", "$$", "$${", "{{ a }}", "$", "{", "%", "\n  EOT\n", "e\u0301"} {
		f.Add(s, "x", "y")
		f.Add("x", s, s)
	}
	f.Add(" ", "\f", "") // a line becomes blank
	hosts := []struct{ before, after string }{
		{`${jsonencode({a = "`, `"})}`},
		{"${jsonencode({a = <<EOT\n", "\nEOT\n})}"},
		{"${jsonencode({a = <<-EOT\n  ", "\n      z\n  EOT\n})}"},
	}
	f.Fuzz(func(t *testing.T, text, before, after string) {
		if !utf8.ValidString(before+after) || strings.ContainsAny(before+after, "\"\\\n\r") || !norm.NFC.IsNormalString(before+after) {
			return
		}
		for _, h := range hosts {
			source := h.before + before + "MIDDLE" + after + h.after
			n := ParseTerraformTemplate("", []byte(source)).Root().Get("a")
			from := strings.Index(n.Text(), "MIDDLE")
			if from < 0 || n.Text()[:from] != before && !strings.HasSuffix(n.Text()[:from], before) || strings.Contains(n.Text(), "${") {
				continue
			}
			want := n.Text()[:from] + text + n.Text()[from+len("MIDDLE"):]
			e := n.Part(from, from+len("MIDDLE")).Replace(text)
			if _, _, _, ok := e.Resolve(); !ok {
				continue // it cannot be written there
			}
			changed := apply(t, e)
			if norm.NFC.IsNormalString(want) {
				if got := ParseTerraformTemplate("", []byte(changed)).Root().Get("a").Text(); got != want {
					t.Fatalf("%q with %q is %q, want %q", source, text, got, want)
				}
			}
		}
		if e := ParseTerraformTemplate("", []byte("${jsonencode({a = 1})}")).Root().Get("a").SetText(text); isWritable(text) {
			if got := ParseTerraformTemplate("", []byte(apply(t, e))).Root().Get("a").Text(); got != text {
				t.Fatalf("set to %q is %q", text, got)
			}
		}
	})
}

// Expressions are unknown values, and placeholders in texts.
func TestTerraformExpressions(t *testing.T) {
	const text = `resource "x" "y" {
  definition = jsonencode({
    states = [
      { name = "a", type = var.type, timeout = tonumber("5"), n = -5, sum = 1 + 2, text = "x ${var.b} \u00e9 ${ c["}"] }z" },
      var.more,
    ]
    "flags" : { (var.key) = true, allow = "${var.allow}" }
    list = [for s in var.list : s]
    next = var.x ? "a" : "b"
  })
}
`
	f := ParseTerraform("a.tf", []byte(text))
	if f.Syntax != nil {
		t.Fatal(f.Syntax)
	}
	d := f.Root().At0()
	if got := d.Pointer(); got != "/resource.x.y.definition" {
		t.Errorf("pointer %s", got)
	}
	for pointer, want := range map[string]string{
		"/states/0/type": "${var.type}", "/states/0/timeout": "${tonumber_5}", "/states/0/sum": "${1_2}", "/states/1": "${var.more}",
		"/flags/allow": "${var.allow}", "/list": "${for_s_in_var.list_s}", "/next": "${var.x_a_b}",
	} {
		n, ok := d.Lookup(pointer)
		if !ok || !n.Unknown() || !n.IsString() || n.Text() != want {
			t.Errorf("%s is %s %q, unknown %v", pointer, n.Kind(), n.Text(), n.Unknown())
		}
	}
	if n, _ := d.Lookup("/states/0/n"); n.Kind() != Number {
		t.Errorf("-5 is %s", n.Kind())
	}
	if got := d.Get("flags").First().Key(); got != "${var.key}" {
		t.Errorf("key %q", got)
	}
	s, _ := d.Lookup("/states/0/text")
	if s.Text() != "x ${var.b} é ${c}z" || s.Unknown() {
		t.Errorf("text %q", s.Text())
	}
	at := strings.Index(s.Text(), "é")
	if file, span := s.Part(at, at+2).Locate(); string(file.Bytes[span.Start:span.End]) != `\u00e9` {
		t.Errorf("é stands at %q", file.Bytes[span.Start:span.End])
	}
	for _, e := range []Edit{s.SetText("x"), s.Part(0, 4).Replace("y"), d.Get("next").SetText("c")} {
		if _, _, _, ok := e.Resolve(); ok {
			t.Errorf("an expression is replaced: %s", apply(t, e))
		}
	}
	if got := apply(t, s.Part(0, 1).Replace("${")); !strings.Contains(got, `text = "$${ ${var.b} \u00e9`) {
		t.Errorf("edited: %s", got)
	}
}

// Conditions and loops of a template of JSON leave commas too many or too few.
func TestTerraformDirectives(t *testing.T) {
	for _, tt := range []struct{ template, want string }{
		{`{"a": ${b}, "c": "${d}-%{ if x }e%{ endif }"}`, `{"a": "${b}", "c": "${d}-%{if_x}e%{endif}"}`},
		{`[%{ for x in y }{"a": 1},%{ endfor }]`, `[{"a": 1}]`},
		{`[1%{ if x }, 2%{ endif }]`, `[1, 2]`},
		{`[%{ if x ~} 1, %{ else ~} 2, %{ endif ~} 3]`, `[1,2,3]`},
		{`[%{ if x } 1 %{ else } 2 %{ endif }]`, `[1,2]`},
		{`{"a": %{ if x } 1 %{ else } {"b": 2} %{ endif }}`, `{"a": "%{if_x}"}`},
		{`{%{ if x }"a": 1,%{ endif } "b": 2%{ if y },"c": 3%{ endif }}`, `{"a": 1,"b": 2,"c": 3}`},
		{`[%{ if x },1%{ endif }]`, `[1]`},
		{`[1, ]`, ""}, {`[1,, 2]`, ""}, {`[1 2]`, ""}, {`[,1]`, ""},
	} {
		inner := ParseTerraformTemplate("a.tftpl", []byte(tt.template)).Root().Parse()
		if inner.Syntax != nil {
			if tt.want != "" {
				t.Errorf("%s: %v in %s", tt.template, inner.Syntax, inner.Bytes)
			}
			continue
		}
		if tt.want == "" {
			t.Errorf("%s: no mistake is found: %s", tt.template, inner.Bytes)
			continue
		}
		sameAs(t, tt.template, Parse("", []byte(tt.want)).Root(), inner.Root())
	}
	f := ParseTerraformTemplate("a.tftpl", []byte(`{%{ if x }"next": "a"%{ else }"next": "b"%{ endif }, "d": 1, "d": 2}`)).Root().Parse()
	if f.Syntax != nil || len(f.Duplicates) != 1 || f.Duplicates[0].Lost.Key() != "d" || !f.Partial() ||
		!f.Root().Partial() || !f.Root().Get("next").Partial() || f.Root().Get("d").Partial() {
		t.Errorf("%v, %d duplicates", f.Syntax, len(f.Duplicates))
	}
}

func sameAs(t *testing.T, what string, want, got Node) {
	number := func(s string) any { return s }
	if a, b := want.Any(number), got.Any(number); fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("%s: %v, want %v", what, b, a)
	}
}

// A large configuration is read in pieces, and as one where a piece would end within
// something.
func TestTerraformPieces(t *testing.T) {
	block := "resource \"a\" \"b\" {\n  definition = jsonencode({states = [], initial_state = \"${c}\"})\n}\n"
	blocks := strings.Repeat(block, pieceSize/len(block)+10)
	for name, between := range map[string]string{
		"nothing":   "",
		"a comment": "/*\n}\n*/\n",
		"a heredoc": "locals {\n  a = <<-E\n}\n  ${b}\n}\nE\n}\n",
		"a call":    "locals {\n  a = f({\n}\n)\n}\n",
		"a line":    "locals { a = 1 }\n",
	} {
		for _, end := range []string{"\n", "\r\n"} {
			text := strings.ReplaceAll(blocks+strings.Repeat(between, 3000)+blocks, "\n", end)
			f := ParseTerraform("a.tf", []byte(text))
			if f.Syntax != nil {
				t.Fatalf("%s: %+v", name, f.Syntax)
			}
			n := 0
			for key, value := range f.Root().Members() {
				if key == "resource.a.b.definition" {
					n++
					if at := value.Span(); string(f.Bytes[at.Start:at.Start+8]) != "{states " {
						t.Fatalf("%s: number %d stands at %q", name, n, f.Bytes[at.Start:at.Start+8])
					}
				}
			}
			if want := strings.Count(text, "definition"); n != want {
				t.Errorf("%s: %d definitions, want %d", name, n, want)
			}
		}
	}
}

// Each mistake is told at its place.
func TestTerraformSyntax(t *testing.T) {
	deep := strings.Repeat("(", 100_000) + "1" + strings.Repeat(")", 100_000)
	for _, tt := range []struct{ text, where, cause string }{
		{`${jsonencode({a = "\/"})}`, `\/`, "escape"},
		{`{"a": "100%{{x}}"}`, `%{`, "directive"},
		{`{"a": "${{x}}"}`, `${`, "expression"},
		{`{"a": "{{ x }}${{y.z | upcase}}"}`, `${`, "expression"},
		{`${jsonencode({a = "{{a}}%{{b}}"})}`, `%{`, "directive"},
		{`{"a": "^\\d{1,2}%{2}$"}`, `%{`, "directive"},
		{`${jsonencode({a = 1}`, ``, ""},
		{"${" + deep + "}", "(", "nested"},
		{strings.Repeat("%{ if x }", 5000), "", "nested"},
		{strings.Repeat(`${"`, 5000), "", "nested"},
		{"", "", "empty"},
		{`${jsonencode({a = "${x}` + strings.Repeat("% $ ", 100_000) + `"})}`, "", "too long"},
	} {
		f := ParseTerraformTemplate("a.tftpl", []byte(tt.text))
		e := f.Syntax
		if e == nil || !e.Terraform || e.Cause == "" {
			t.Errorf("%.40s: %+v", tt.text, e)
			continue
		}
		if !strings.Contains(e.Cause, tt.cause) || tt.where != "" && string(f.Bytes[e.Span.Start:e.Span.End]) != tt.where {
			t.Errorf("%.40s: %q at %q", tt.text, e.Cause, f.Bytes[e.Span.Start:min(e.Span.End, e.Span.Start+40)])
		}
	}
}

// Members and elements of HCL stand as their neighbours do.
func TestTerraformLayout(t *testing.T) {
	pair := Members{{"b", List{Integer(1), Members{{"c d", Text("${x}")}}}}}
	for _, tt := range []struct {
		name, text, pointer string
		edit                func(Node) Edit
		want                string
	}{
		{"after the last", "{\n  a   = 1\n}", "", func(n Node) Edit { return n.InsertMember(9, "b", Text("x")) }, "{\n  a   = 1\n  b = \"x\"\n}"},
		{"before the first", "{\r\n\ta = 1\r\n}", "", func(n Node) Edit { return n.InsertMember(0, "b", Nothing{}) }, "{\r\n\tb = null\r\n\ta = 1\r\n}"},
		{"with commas", "{\n  \"a\" : 1,\n  \"c\" : 2,\n}", "", func(n Node) Edit { return n.InsertMember(1, "b", Integer(3)) }, "{\n  \"a\" : 1,\n  \"b\": 3,\n  \"c\" : 2,\n}"},
		{"on one line", "{ a = 1, c = 2 }", "", func(n Node) Edit { return n.InsertMember(2, "b c", Integer(3)) }, "{ a = 1, c = 2, \"b c\" = 3 }"},
		{"nested", "{\n  a = []\n}", "/a", func(n Node) Edit { return n.Insert(0, pair) },
			"{\n  a = [\n    {\n      b = [\n        1,\n        {\n          \"c d\" = \"$${x}\"\n        }\n      ]\n    }\n  ]\n}"},
		{"an element", "{\n  a = [\n    1, # one\n    2,\n  ]\n}", "/a", func(n Node) Edit { return n.Insert(2, Integer(3)) }, "{\n  a = [\n    1, # one\n    2,\n    3,\n  ]\n}"},
		{"after a heredoc", "{\n  a = <<EOT\nx\nEOT\n}", "", func(n Node) Edit { return n.InsertMember(1, "b", Integer(3)) }, "{\n  a = <<EOT\nx\nEOT\n  b = 3\n}"},
		{"remove a line", "{\n  a = 1 # one, two\n  b = 2\n}", "/a", Node.Remove, "{\n  b = 2\n}"},
		{"remove lines", "{\n  a = {\n    c = 1\n  }\n  b = 2\n}", "/a", Node.Remove, "{\n  b = 2\n}"},
		{"remove from a line", "{ a = 1, b = [1, 2] }", "/b/1", Node.Remove, "{ a = 1, b = [1] }"},
		{"remove the first", "{ a = 1, b = 2 }", "/a", Node.Remove, "{ b = 2 }"},
		{"remove the only one", "{ a = [ 1 ] }", "/a/0", Node.Remove, "{ a = [] }"},
		{"rename", "{ a = 1 }", "/a", func(n Node) Edit { return n.Rename("b") }, "{ b = 1 }"},
		{"rename a quoted one", "{ \"a\" = 1 }", "/a", func(n Node) Edit { return n.Rename("b") }, "{ \"b\" = 1 }"},
		{"a text", "{ a = true }", "/a", func(n Node) Edit { return n.SetText("%{\"\n\x01") }, "{ a = \"%%{\\\"\\n\\u0001\" }"},
		{"within a heredoc", "{\n  a = <<-EOT\n    x $\n    EOT\n}", "/a", func(n Node) Edit { return n.Part(3, 3).Replace("{\ny") }, "{\n  a = <<-EOT\n    x $${\n    y\n    EOT\n}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "${jsonencode(" + tt.text + ")}"
			f := ParseTerraformTemplate("", []byte(text))
			if f.Syntax != nil {
				t.Fatal(f.Syntax)
			}
			n, ok := f.Root().Lookup(tt.pointer)
			if !ok {
				t.Fatal(tt.pointer)
			}
			got := apply(t, tt.edit(n))
			if want := "${jsonencode(" + tt.want + ")}"; got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if again := ParseTerraformTemplate("", []byte(got)); again.Syntax != nil {
				t.Errorf("no longer valid: %v", again.Syntax)
			}
		})
	}
	// What cannot be told is left alone.
	for _, text := range []string{"{ a = 1, /* b */ b = 2 }", "{ a = [1], b = 2 /* x */ }"} {
		b := ParseTerraformTemplate("", []byte("${jsonencode("+text+")}")).Root().Get("b")
		if _, _, _, ok := b.Remove().Resolve(); ok && strings.Contains(text, "1, /*") {
			t.Errorf("%s: %s", text, apply(t, b.Remove()))
		}
	}
}

// An edit of a definition that is a text of Terraform means what it means in the
// definition alone.
func TestTerraformEditInside(t *testing.T) {
	for name, d := range definitions(t) {
		state := func(root Node) Node { return root.Get("states").At(1) }
		if !state(d.Root()).Exists() || !strings.Contains(name, "good") {
			continue
		}
		edits := map[string]func(root Node) Edit{
			"a text":   func(root Node) Edit { return state(root).Get("name").SetText("a \"${b}\" %{c}\\") },
			"a part":   func(root Node) Edit { return state(root).Get("type").Part(0, 1).Replace("{$é\t") },
			"a member": func(root Node) Edit { return state(root).InsertMember(1, "x", Members{{"y", Integer(1)}}) },
			"one less": func(root Node) Edit { return state(root).Get("properties").Remove() },
		}
		for what, edit := range edits {
			want := Parse("", []byte(apply(t, edit(d.Root())))).Root()
			for _, form := range forms {
				text := form.text(d)
				changed := apply(t, edit(form.open(text)))
				got := form.open(changed)
				if !got.Exists() {
					t.Fatalf("%s of %s as %s: no longer read: %s", what, name, form.name, changed)
				}
				sameNodes(t, what+" of "+name+" as "+form.name, want, got)
			}
		}
	}
}

// What a function puts together of parts that stand there is read, and what does not
// stand there is not known.
func TestTerraformCalls(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`a = jsonencode({ "b c" = ["q\"é\n", -1, null, true, {}], d = "{{x}}" })`, `{"b c":["q\"é\n",-1,null,true,{}],"d":"{{x}}"}`},
		{`a = jsonencode([var.x, "t-${var.y}", f(1), jsonencode({}), <<EOT
x
EOT
])`, `[${var.x},"t-${var.y}",${f_1},${jsonencode},${EOT_x_EOT}]`},
		{`a = jsonencode({ (var.k) = 1, "k${var.n}" = 2 })`, `{"${var.k}":1,"k${var.n}":2}`},
		{`a = jsonencode({ b = "$${c} %%{d}" })`, `{"b":"${c} %{d}"}`},
		{`a = jsonencode(var.x)`, `${jsonencode_var.x}`},
		{`a = concat([1, "x"], [], concat([2], local.b), [3])`, `[1 x 2 ${local.b} 3]`},
		{`a = [for x in var.l : { b = x, c = [1] }]`, `[map[b:${x} c:[1]] ${var.l}]`},
		{`a = concat([1], [for x in var.l : { b = x }], [2])`, `[1 map[b:${x}] ${var.l} 2]`},
		{`a = [for x in var.l : x]`, `${for_x_in_var.l_x}`},
		{`a = concat(local.a, [], local.b)`, `${concat_local.a_local.b}`},
		{`a = concat([1], var.x...)`, `${concat_1_var.x...}`},
		{`a = merge({ b = 1 }, { c = 2 })`, `${merge_b_1_c_2}`},
	} {
		n := ParseTerraformTemplate("a.tftpl", []byte("${jsonencode({\n"+tt.text+"\n})}")).Root().Get("a")
		got := n.Text()
		if n.IsArray() {
			got = fmt.Sprint(n.Any(func(s string) any { return s }))
		}
		if got != tt.want {
			t.Errorf("%s is %s %q, want %q", tt.text, n.Kind(), got, tt.want)
		}
	}
	f := ParseTerraformTemplate("a.tftpl", []byte(`${jsonencode(merge(local.a, { states = [1], flags = { x = 1 } }, { flags = {} }))}`))
	root := f.Root()
	if root.Get("states").At(0).Kind() != Number || root.Get("flags").Len() != 0 || len(f.Duplicates) > 0 {
		t.Errorf("merged is %v", root.Any(func(s string) any { return s }))
	}
	for _, name := range []string{"description", "initial_state"} {
		if n := root.Get(name); !n.Unknown() || n.Text() != "${local.a}" || n.Key() != name || n.KeySpan().Len() != 0 {
			t.Errorf("%s is %s %q", name, n.Kind(), n.Text())
		}
	}
	if whole := ParseTerraformTemplate("", []byte(`${jsonencode(merge({ states = [1] }, {}))}`)).Root(); whole.Len() != 1 {
		t.Errorf("merged are %d members", whole.Len())
	}
}

// What jsonencode writes is edited where both ways of writing are the same.
func TestTerraformEncodedEdits(t *testing.T) {
	a := ParseTerraformTemplate("", []byte(`${jsonencode({ a = jsonencode({ b = "\tx {{y}}", c = "${d}" }), e = concat([1], [2]) })}`)).Root().Get("a")
	at := strings.Index(a.Text(), "y")
	if got := apply(t, a.Part(at, at+1).Replace("é")); !strings.Contains(got, `b = "\tx {{é}}"`) {
		t.Error(got)
	}
	list := a.Parent().Get("e")
	for what, e := range map[string]Edit{
		"a quote":       a.Part(at, at+1).Replace(`"`),
		"a mark":        a.Part(0, 1).Replace("["),
		"an expression": a.Part(len(a.Text())-4, len(a.Text())-3).Replace("x"),
		"a name":        a.Part(2, 3).Replace("x"),
		"the whole":     a.SetText("x"),
		"an element":    list.Insert(1, Integer(3)),
		"one less":      list.At(0).Remove(),
	} {
		if _, _, text, ok := e.Resolve(); ok {
			t.Errorf("%s is written: %q", what, text)
		}
	}
}
