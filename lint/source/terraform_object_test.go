package source

import (
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"studiolint/testdata"
)

// table is what a text was read as: its rows and strings, or why it cannot be read.
func table(f *File) []string {
	if f.Syntax != nil {
		e := *f.Syntax
		e.Cures = nil // they name the file, which is another one each time
		return []string{fmt.Sprintf("%+v, %d cures", e, len(f.Syntax.Cures))}
	}
	var rows []string
	for i := range f.nodes {
		n := f.Node(i)
		row := *n.row()
		row.signs = 0
		rows = append(rows, fmt.Sprintf("%+v %q %q %v %v %v", row, n.Key(), n.Text(), n.Filled(), f.templates[row.start], f.templates[row.keyStart]))
	}
	for _, d := range f.Duplicates {
		rows = append(rows, fmt.Sprintf("%d for %d", d.Lost.i, d.Kept.i))
	}
	return rows
}

// directly reads a text with its objects read directly, and by the parser alone. It reports
// whether there were any.
func directly(t *testing.T, name, text string) bool {
	t.Helper()
	read := func(direct bool) *File {
		f, start := newTerraform(name, []byte(text))
		switch {
		case f.Syntax != nil:
		case strings.HasSuffix(name, ".tf"):
			if !f.parseConfiguration(start, direct) {
				f.again()
				f.parseConfiguration(start, false)
			}
		case !f.parseTemplateIn(start, direct):
			f.again()
			f.parseTemplateIn(start, false)
		}
		return f
	}
	f, whole := read(true), read(false)
	if got, want := table(f), table(whole); !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("%s is read directly as\n%s\nand by the parser as\n%s\n%q", name, got[i], want[i], text)
			}
		}
		t.Fatalf("%s is read directly as %d rows, and by the parser as %d\n%q", name, len(got), len(want), text)
	}
	_, _, found := shorten(f, Span{0, len(f.Bytes)}, true)
	return len(found) > 0
}

// What is read directly is what the parser reads.
func TestTerraformObject(t *testing.T) {
	for text, direct := range map[string]bool{
		"{}": true,
		`{ a = 1, "b" : -2.50, c = "x", "d\u00e9" = [true, false, null,], }`:                                  true,
		"{\n a = 1 # }\n // {\n b /* \n */ = /*\n*/ 2 /* , */ \n\n c : [ # ]\n 1\n,\n2 // ,\n]\n}":            true,
		`{ a = "${x}", b = "x${y}z", c = "%{ if x }[%{ else }]%{ endif }", d = "a ${~ b ~} c" }`:              true,
		`{ a = "\n\r\t\"\\\u00e9\uABCD", b = "\U0001F600", c = "é한", d = "e\u0301", e = "tab	" }`:             true,
		`{ a = "$5 100% {% if %} %}", b = "$${x} %%{y}", c = "$", d = "%", e = "$$", f = "$é" }`:              true,
		"{ a = <<E\n } ${x}\nE\n b = [<<-E\n  y\n  E\n, 1] }":                                                 true,
		`{ a = var.x, b = f("}", [1]), c = x ? [1] : {d = 2}, e = (1), f = !x, g = -y, h = a[0].b[*].c.0 }`:   true,
		`{ a = [1, 2][0], b = { c = "\n", c = [{ d = 1 }] }.c, d = 1 + 2, e = "a" == "b", c = [] == [] }`:     true,
		`{ a = [for x in y : x], b = { for k, v in x : k => v }, c = { formula = 1 }, d = [force] }`:          true,
		`{ (x) = 1, "${x}" = 2, "a${x}" = 3, x.y = 4, f(x) = 5, 1 = 6, null = 7, true = 8, a-b = 9, é = 10 }`: true,
		`{ a = 1, "a" = 2, b = { c = 1, c = 2 }, a : 3, for = 4 }`:                                            true,
		`{ a = 1e5, b = 1E-5, c = 007, d = 1.50, e = 123456789012345678901234567890, f = -0, g = - 1 }`:       true,
		`{ a = jsonencode({ b = [1, "é\n${d}"] }), c = merge({ d = 1 }, x), e = concat([1], y, [2]) }`:        true,
		"{\r\n a = 1\r\n b = x # y\r\n c = <<E\r\n z\r\nE\r\n d = [\r\n x,\r\n]\r\n}":                         true,
		`{ a = 1 /*/ b = 2 */, c = 3 }`: true,
		"{ a\n = 1 }":                   false, "{ a =\n 1 }": false, "{ a = 1 +\n 2 }": false, "{ a # \n = 1 }": false,
		`{ a = 1 b = 2 }`: false, `{ a = [1 2] }`: false, `{ a = [,] }`: false, `{ a = 1,, b = 2 }`: false, `{ , }`: false,
		"{ a = 1\n, b = 2 }": false, `{ a = "\/" }`: false, `{ a = "\ud83d\ude00" }`: false, `{ a = "\u12" }`: false,
		`{ a == 1 }`: false, `{ a => 1 }`: false, `{ a :: 1 }`: false, `{ a := 1 }`: false, `{ a }`: false, `{ a.b }`: false,
		`{ a = [) }`: false, `{ a = (] }`: false, `{ a = [}, b = {] }`: false, `{ a = \ufeffb }`: false, "{ a = \rb }": false,
		"{ a = \"b\nc\" }": false, "{ a = \"\xff\" }": false, `{ a = 1., b = .5 }`: false, `{ a = ${x} }`: false, `{ a = "${" }`: false,
		`{ for k, v in x : k => v }`:                              false,
		strings.Repeat("{ a = [", 60) + strings.Repeat("] }", 60): false,
	} {
		for name, text := range inTerraform(text) {
			if got := directly(t, name, text); got != direct {
				t.Errorf("%s: read directly: %v\n%s", name, got, text)
			}
		}
	}
	// What else the objects of a text may be.
	for name, text := range map[string]string{
		"a.tf": "a = merge(jsonencode({ a = 1 }), b)\nc = [jsonencode(merge({ a = 1 }, b))]\nd = jsonencode({ a = 1 }) + 1\ne = f(jsonencode({ a = 1 }.a), " +
			"g::jsonencode({ states = [], flags = {} }))\nh = { states = [{ a = jsonencode({ b = x, c = [1] }) }], initial_state = 1 }\n" +
			"i = jsonencode({ states = [] }, { a = jsonencode({ c = 1 }) })\n\"j\" { k = myjsonencode({ states = [], flags = {} }) }\n",
		"b.tf":    "a = 1 +\n\nb = jsonencode({ a = 1 })\n",
		"a.tftpl": `{"a": ${jsonencode({ b = 1 })}, "c": "${x}", "d": "${jsonencode({ e = "f" })}"}`,
		"b.tftpl": "${jsonencode(merge({ a = 1 }, { b = jsonencode({ c = 1 }) }))}",
		"c.tftpl": "${jsonencode({ a = 1 }).b}",
	} {
		directly(t, name, text)
	}
}

// inTerraform returns files in which an object is given to jsonencode.
func inTerraform(object string) map[string]string {
	return map[string]string{
		"a.tftpl": "${jsonencode(" + object + ")}\n",
		"b.tftpl": "\ufeff ${ jsonencode( \n " + object + " )}",
		"a.tf":    "resource \"a\" \"b\" {\r\n  c = jsonencode(" + object + ")\r\n  d = 1\r\n}\nlocals { e = jsonencode(" + object + ") }\n",
	}
}

// An objectWriter writes objects of HCL in every way that is known of.
type objectWriter struct {
	*rand.Rand
	strings.Builder
	newline string
}

func (w *objectWriter) one(texts ...string) {
	w.WriteString(strings.ReplaceAll(texts[w.Intn(len(texts))], "\n", w.newline))
}

// gap writes white space; with lines, that of several lines.
func (w *objectWriter) gap(lines bool) {
	for w.Intn(2) == 0 {
		w.one(" ", " ", "\t", "  ", "/* , } */", "/*\n*/", "/**/")
	}
	for lines && w.Intn(3) == 0 {
		w.one("\n", "\n\n", "# ] }\n", "// \" \n", "\n  ")
	}
}

func (w *objectWriter) object(depth int) {
	w.WriteString("{")
	w.gap(true)
	for n := w.Intn(5); n > 0; n-- {
		w.one("a", "b", "a", "name", `"a"`, `"next step"`, `"é"`, `"a\u0301"`, "for_each", "null", "true", "x-y", "_", "(x)", `"${x}"`, `"${x}y"`, `"$${x}"`, "été", "1")
		w.gap(false)
		w.one("=", ":", " = ")
		w.gap(false)
		w.value(depth)
		w.gap(false)
		if n > 1 || w.Intn(2) == 0 {
			w.one(",", "\n", "\n", ",\n", "# ,\n")
		}
		w.gap(true)
	}
	w.WriteString("}")
}

func (w *objectWriter) list(depth int) {
	w.WriteString("[")
	w.gap(true)
	for n := w.Intn(5); n > 0; n-- {
		w.value(depth)
		w.gap(true)
		if n > 1 || w.Intn(2) == 0 {
			w.WriteString(",")
		}
		w.gap(true)
	}
	w.WriteString("]")
}

func (w *objectWriter) value(depth int) {
	switch n := w.Intn(16); {
	case n < 3 && depth > 0:
		w.object(depth - 1)
	case n < 5 && depth > 0:
		w.list(depth - 1)
	case n < 6 && depth > 0:
		w.one("f(", "jsonencode(", "merge(", "(")
		w.object(depth - 1)
		w.WriteString(")")
	case n < 7 && depth > 0:
		w.list(depth - 1)
		w.one("[0]", ".x", "[*].y", " == []", "[x].y", " ? 1 : {}", "...", ".0")
	case n < 9:
		w.one("1", "0", "-1", "1.5", "-0.25", "1e5", "1E+5", "007", "1.", "123456789012345678901234567890", "- 2", "null", "true", "false", "!true", "-x")
	case n < 11:
		w.one("x", "var.x", "a.b[0].c", "f()", `f("a", "}")`, "x ? y : z", "a + 1", "(x)", "[for x in y: x]", "{ for k, v in x: k => v }", "x.*.y", "a::b(1)", "<<E\na ${x}\n  E\nE\n", "<<-E\n  a\n   b\n  E\n")
	default:
		w.WriteString(`"`)
		for range w.Intn(6) {
			w.one("a", "word ", "{{flow.data.x}}", "{% if %}", "$5", "100%", "$${x}", "%%{x}", "$", "%", "$$", `\n`, `\"`, `\\`, `\t`, `\u00e9`, `\U0001F600`, "é", "e\u0301", "한", "😀", "${x}", `${f("}")}`,
				"%{ if x }y%{ endif }", "${~ x ~}", "\u2028", "=", "#", "//", "[", "}", `\/`, "	", `\ud83d`)
		}
		w.WriteString(`"`)
	}
}

// TestTerraformObjects compares what is read of objects that are written by chance.
func TestTerraformObjects(t *testing.T) {
	attempts := 1000
	switch {
	case testing.Short():
		attempts = 150
	case os.Getenv("STUDIOLINT_LONG") == "1":
		attempts = 5000
	}
	w := objectWriter{Rand: rand.New(rand.NewSource(1))}
	direct := 0
	for range attempts {
		w.Reset()
		w.newline = []string{"\n", "\r\n"}[w.Intn(2)]
		w.object(4)
		for name, text := range inTerraform(w.String()) {
			if directly(t, name, text) {
				direct++
			}
		}
	}
	t.Logf("%d of %d are read directly", direct, 3*attempts)
	if direct < attempts/2 {
		t.Errorf("of %d texts %d are read directly", 3*attempts, direct)
	}
}

// FuzzTerraformObject compares what is read of any text that is given to jsonencode.
func FuzzTerraformObject(f *testing.F) {
	for _, d := range definitions(f) {
		f.Add(hclOf(d.Root()))
	}
	names, err := fs.Glob(testdata.Rules, "rules/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(testdata.Rules, name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(text).Files {
			if d := Parse(file.Name, file.Data); d.Root().Get("states").IsArray() {
				f.Add(escapeBare(string(file.Data)))
				break
			}
		}
	}
	f.Add("{\"W}\" = \xd2}# ,\n") // a byte that takes the bracket after it for its other half
	w := objectWriter{Rand: rand.New(rand.NewSource(2)), newline: "\n"}
	for range 100 {
		w.Reset()
		w.object(4)
		f.Add(w.String())
	}
	f.Fuzz(func(t *testing.T, object string) {
		if len(object) > 64<<10 || !joinable([]byte(object)) {
			return
		}
		for name, text := range inTerraform(object) {
			directly(t, name, text)
		}
	})
}

// TestTerraformObjectsChanged compares what is read of texts in which somebody has removed
// and doubled characters.
func TestTerraformObjectsChanged(t *testing.T) {
	attempts := 5000
	switch {
	case testing.Short():
		attempts = 1500
	case os.Getenv("STUDIOLINT_LONG") == "1":
		attempts = 20000
	}
	const text = "{ a = 1, b = \"x${c}y\"\n \"d\" : [1, 2.5, {e = \"$5 \\u00e9\"},], # [\n f = {g = (h), i = <<-E\n x\n E\n}, j = [{k = x[1]}, k ? [1] : {l = 1}][0] /* } */ }"
	const signs = "{}[]()\",=:\n$%#/<\r\\~.-*"
	random := rand.New(rand.NewSource(1))
	direct := 0
	for range attempts {
		changed := []byte(text)
		for range 1 + random.Intn(3) {
			at := random.Intn(len(changed))
			switch random.Intn(3) {
			case 0:
				changed = append(changed[:at:at], changed[at+1:]...)
			case 1:
				changed = append(changed[:at:at], append([]byte{signs[random.Intn(len(signs))]}, changed[at:]...)...)
			default:
				changed[at] = text[random.Intn(len(text))]
			}
		}
		if directly(t, "a.tftpl", "${jsonencode("+string(changed)+")}") {
			direct++
		}
	}
	t.Logf("%d of %d are read directly", direct, attempts)
	if direct < attempts/20 {
		t.Errorf("of %d texts %d are read directly", attempts, direct)
	}
}
