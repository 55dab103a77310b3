package source

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
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
		rows = append(rows, fmt.Sprintf("%+v %q %q %v", row, n.Key(), n.Text(), n.Filled()))
	}
	for _, d := range f.Duplicates {
		rows = append(rows, fmt.Sprintf("%d for %d", d.Lost.i, d.Kept.i))
	}
	return rows
}

// inPieces reads a text with its large objects in pieces, and as a whole. It reports
// whether it was read in pieces.
func inPieces(t *testing.T, name, text string) bool {
	t.Helper()
	read := func(pieces bool) (*File, bool) {
		f, start := newTerraform(name, []byte(text))
		if f.Syntax != nil {
			return f, false
		}
		if strings.HasSuffix(name, ".tf") {
			return f, f.parseConfiguration(start, pieces)
		}
		return f, f.parseTemplateIn(start, pieces)
	}
	f, ok := read(true)
	whole, _ := read(false)
	if got, want := table(f), table(whole); ok && !reflect.DeepEqual(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("%s is read in pieces as\n%s\nand as a whole as\n%s\n%.300q", name, got[i], want[i], strings.ReplaceAll(text, wide, "@"))
			}
		}
		t.Fatalf("%s is read in pieces as %d rows, and as a whole as %d\n%.300q", name, len(got), len(want), strings.ReplaceAll(text, wide, "@"))
	}
	return ok && f.Syntax == nil
}

// wide is so much of nothing that a piece ends there.
var wide = "/*" + strings.Repeat(" ", pieceSize) + "*/"

// What is read in pieces is what is read as a whole. An @ is where a piece ends.
func TestTerraformLarge(t *testing.T) {
	for _, tt := range []struct {
		text   string
		pieces bool
	}{
		{`{ a = 1@, b = "x${c}y"@, "d" : [1,@ 2, {e = "@"},@], f = [@] }`, true},
		{"{\n a = 1 # @ }\n b = \"{\" // [\n c = <<EOT\n @ } ${x}\nEOT\n d = { e = [@{}, @{f = 1, f = 2, (g) = 3}] }\n}", true},
		{`{ states = [@{ name = "w${x}" },@ { name = "w", name = "w" }@], (key) = [@1], "k${x}" = {@a = 1@} }`, true},
		{`{ a = [@1, 2, 3][0], b = 1 }`, true},
		{`{ a = concat([@1, 2], x), b = c ? {@d = 1} : {@} }`, true},
		{`{ a = merge({@b = 1}, x), b = jsonencode({@c = [@1, "é\n${d}"]}) }`, true},
		{`{@ a = "%{ if x }[%{ else }]%{ endif }", b = [@"}", "]", "\"]"] }`, true},
		{`{ a = [@[@[@[@[@[@[@[@[@[@[@[@1@]@]]]]]]]]]]] }`, true},
		{`{ for k, v in x :@ k => v }`, false},
		{`{ a = [for x in y :@ x,@ 1] }`, false},
		{`{ a = 1@ b = 2 }`, false},
		{`{ a = [1@ 2,@ 3] }`, false},
		{`{ a = [,@ 3], b = 1,@, c = 2 }`, false},
		{`{ a = 1 +` + "\n" + `@2, b = [@] }`, false},
		{`{ a = "\/",@ b = [@] }`, false},
		{`{ a = [@(], b = [)] }`, false},
		{`{ a = [@}, b = {]@ }`, false},
	} {
		text := strings.ReplaceAll(tt.text, "@", wide)
		for name, text := range map[string]string{
			"a.tftpl": "${jsonencode(" + text + ")}\n",
			"b.tftpl": "\ufeff ${ jsonencode( \n " + text + " )}",
			"a.tf":    "resource \"a\" \"b\" {\r\n  c = jsonencode(" + text + ")\r\n  d = 1\r\n}\nlocals { e = jsonencode(" + text + ") }\n",
		} {
			if in := inPieces(t, name, text); in != tt.pieces {
				t.Errorf("%s: %s: read in pieces: %v", name, tt.text, in)
			}
		}
	}
	// Where the parser is shown all, it is no object of a definition that is large.
	for name, text := range map[string]string{
		"a.tf":    "a = merge(jsonencode({@a = 1}), b)\nc = [jsonencode(merge({@a = 1}, b))]\nd = jsonencode({@}) + 1\n",
		"a.tftpl": `{"a": ${jsonencode({@b = 1})}, "c": "${x}"}`,
	} {
		inPieces(t, name, strings.ReplaceAll(text, "@", wide))
	}
}

// TestTerraformLargeChanged compares what is read of texts in which somebody has removed
// and doubled characters.
func TestTerraformLargeChanged(t *testing.T) {
	attempts := 400
	if testing.Short() {
		attempts = 60
	}
	const text = "{ a = 1@, b = \"x${c}y\"\n \"d\" : [1,@ 2, {e = \"@\"},@], # [\n f = {@g = (h)@, i = <<-E\n @\n E\n}, j = [@{k = x[1]}, k ? [1] : {l = 1}]@ }"
	random := rand.New(rand.NewSource(1))
	pieces := 0
	for range attempts {
		changed := []byte(text)
		for range 1 + random.Intn(3) {
			at := random.Intn(len(changed))
			switch random.Intn(3) {
			case 0:
				changed = append(changed[:at:at], changed[at+1:]...)
			case 1:
				changed = append(changed[:at:at], append([]byte{"{}[]()\",=:\n@$%#"[random.Intn(15)]}, changed[at:]...)...)
			default:
				changed[at] = text[random.Intn(len(text))]
			}
		}
		if inPieces(t, "a.tftpl", "${jsonencode("+strings.ReplaceAll(string(changed), "@", wide)+")}") {
			pieces++
		}
	}
	if pieces < attempts/20 {
		t.Errorf("of %d texts %d are read in pieces", attempts, pieces)
	}
}
