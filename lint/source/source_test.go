package source

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSyntax(t *testing.T) {
	tests := []struct {
		text  string
		where string // the text under the span
		cause string // a part of it
	}{
		{``, ``, "file is empty"},
		{" \n", " \n", "file is empty"},
		{`{`, `{`, "never closed"},
		{`{"a":1,}`, `,`, "comma before the closing '}'"},
		{"[1,2,\n]", `,`, "comma before the closing ']'"},
		{`{'a':1}`, `'`, "single quotes"},
		{`{a:1}`, `a`, "not in double quotes"},
		{`{1:2}`, `1`, "not in double quotes"},
		{`{"a" 1}`, `"`, "colon is missing"},
		{`{"a"}`, `"`, "colon and a value are missing"},
		{`{"a":}`, `}`, "no value"},
		{"{\"a\": 1\n \"b\": 2}", `1`, "comma is missing"},
		{`{"a":"x`, `"`, "never closed"},
		{"{\"a\":\"x\n\"}", `"`, "not closed on its line"},
		{`{"a":"\x"}`, `\x`, "not a valid escape"},
		{`{"a":"\u12"}`, `\u12`, "not a valid escape"},
		{`{"a":"\ud800"}`, `\ud800`, "half of a surrogate pair"},
		{`{"a":"\`, `\`, "not a valid escape"},
		{`{"a":01}`, `01`, "not a number"},
		{`{"a":.5}`, `.5`, "not a number"},
		{`{"a":1.}`, `1.`, "not a number"},
		{`{"a":-x}`, `-x`, "not a number"},
		{`{name: 1}`, `name`, "not in double quotes"},
		{`{"a": no}`, `no`, "not a JSON value"},
		{`{"a": nullx}`, `nullx`, "not a JSON value"},
		{`{"a":tru}`, `tru`, "not a JSON value"},
		{`{"a":NaN}`, `NaN`, "NaN is not"},
		{`{"a":True}`, `True`, "True is not"},
		{`{"a":hello}`, `hello`, "not a JSON value"},
		{`{"a":1}}`, `}`, "closes nothing"},
		{`{"a":1} x`, `x`, "after the end"},
		{`{"a":1}// c`, `// c`, "no comments"},
		{`{"a": 1 /* c */}`, `/* c */`, "no comments"},
		{"# c\n{}", `# c`, "no comments"},
		{`{"a":[1}`, `}`, "closes the '[' before it"},
		{`{"a":1,,"b":2}`, `,`, "comma where a value or a name belongs"},
		{"{\"a\":\"\xe9\"}", "\xe9", "0xE9 is not valid UTF-8"},
		{"\xff\xfe{\x00}\x00", "\xff\xfe", "UTF-16"},
		{"{\x00}\x00", "{\x00", "UTF-16"},
		{`{"a":“x”}`, `“x”`, "quotes that JSON does not know"},
		{`{"a": ${X}}`, `$`, "placeholder"},
		{"{\"a\":\"t\tx\"}", "\t", "control character"},
		{strings.Repeat("[", 100000), `[`, "nested more than 10000 deep"},
	}
	for _, tt := range tests {
		for _, prefix := range []string{"", "\ufeff"} {
			if prefix != "" && strings.HasPrefix(tt.cause, "UTF-16") || tt.cause == "file is empty" {
				continue
			}
			f := Parse("flow.json", []byte(prefix+tt.text))
			if f.Syntax == nil {
				t.Errorf("%.40q: no mistake found", tt.text)
				continue
			}
			if !strings.Contains(f.Syntax.Cause, tt.cause) {
				t.Errorf("%.40q: cause %q, want %q in it", tt.text, f.Syntax.Cause, tt.cause)
			}
			if got := string(f.Bytes[f.Syntax.Span.Start:f.Syntax.Span.End]); got != tt.where {
				t.Errorf("%.40q: points at %q, want %q", tt.text, got, tt.where)
			}
		}
	}
}

func TestNode(t *testing.T) {
	f := Parse("flow.json", []byte(`{"a": [1, {"b/~": "x"}], "c": true, "a2": null, "n": -1.5e2}`))
	if f.Syntax != nil {
		t.Fatal(f.Syntax)
	}
	root := f.Root()
	if got := root.Get("a").At(1).Get("b/~").Text(); got != "x" {
		t.Errorf("text = %q", got)
	}
	if got := root.Get("a").At(1).Get("b/~").Pointer(); got != "/a/1/b~1~0" {
		t.Errorf("pointer = %q", got)
	}
	if got := root.Get("no").At(3).Get("way").Kind(); got != Absent {
		t.Errorf("kind of an absent node = %v", got)
	}
	if v, ok := root.Get("c").Bool(); !v || !ok {
		t.Error("true is not true")
	}
	if v, ok := root.Get("n").Number(); v != -150 || !ok {
		t.Errorf("number = %v", v)
	}
	want := map[string]any{"a": []any{"1", map[string]any{"b/~": "x"}}, "c": true, "a2": nil, "n": "-1.5e2"}
	if diff := cmp.Diff(want, root.Any(func(s string) any { return s })); diff != "" {
		t.Error(diff)
	}
}

func TestDuplicates(t *testing.T) {
	many := `{"k0":0,"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k\u0031":0}`
	for _, tt := range []struct{ text, lost, kept string }{
		{`{"a":1,"b":2,"a":3}`, "1", "3"},
		{`{"a":1,"\u0061":3}`, "1", "3"},
		{many, "0", "0"},
		{`{"a":1,"b":2,"c":3,"d":4,"b":5}`, "2", "5"},
		{`{"a":1,"ab":2,"ba":3,"aab":4,"":5,"b":6,"":7}`, "5", "7"},
		{`{"a":{},` + members(40) + `,"a":1}`, "{}", "1"},
		{`{` + members(24) + `,"k7":1}`, "7", "1"},
	} {
		f := Parse("", []byte(tt.text))
		if len(f.Duplicates) != 1 {
			t.Errorf("%s: %d duplicates, want 1", tt.text, len(f.Duplicates))
			continue
		}
		d := f.Duplicates[0]
		if string(d.Lost.Raw()) != tt.lost || string(d.Kept.Raw()) != tt.kept || d.Lost.Order() >= d.Kept.Order() {
			t.Errorf("%s: lost %s, kept %s", tt.text, d.Lost.Raw(), d.Kept.Raw())
		}
	}
}

// members writes members of an object: k0 to kn with their numbers.
func members(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(`"k%d":%d`, i, i)
	}
	return strings.Join(list, ",")
}

func TestPosition(t *testing.T) {
	text := "\ufeff{\"ä\": \"😀x\",\r\n \"b\":\r1}"
	f := Parse("", []byte(text))
	if f.Syntax != nil {
		t.Fatal(f.Syntax)
	}
	for _, tt := range []struct {
		at           string
		line, column int
	}{
		{"{", 1, 1}, {"😀", 1, 8}, {"x", 1, 10}, {"\"b\"", 2, 2}, {"1}", 3, 1}, {"}", 3, 2},
	} {
		got := f.Position(strings.Index(text, tt.at))
		if got.Line != tt.line || got.Column != tt.column {
			t.Errorf("%q at %d:%d, want %d:%d", tt.at, got.Line, got.Column, tt.line, tt.column)
		}
	}
	if got := string(f.Bytes[f.Line(1).Start:f.Line(1).End]); got != "{\"ä\": \"😀x\"," {
		t.Errorf("line 1 = %q", got)
	}
}

// TestLines compares places with those that a walk from byte to byte finds.
func TestLines(t *testing.T) {
	long := strings.Repeat("é, ", 400)
	for _, text := range []string{
		"", "\n", "\r\n", "a\r\rb\n\rc\r\n", "\ufeffa\n", "\ufeff", long, long + "\n" + long, "\n\r" + long + "\r\n" + long + "\r",
		strings.Repeat("a\n", 2*block), strings.Repeat("\r\n", block), strings.Repeat(" ", block-1) + "\r\nx", strings.Repeat("\n", 3*block),
	} {
		f := &File{Bytes: []byte(text)}
		line, start := 1, 0
		if f.HasBOM() {
			start = len(bom)
		}
		for i := range len(text) + 1 {
			if i > start && (text[i-1] == '\n' || text[i-1] == '\r' && (i == len(text) || text[i] != '\n')) {
				if got, want := f.Line(line), strings.TrimRight(text[start:i], "\r\n"); got != (Span{start, start + len(want)}) {
					t.Errorf("%.30q: line %d is %v, want %q from %d", text, line, got, want, start)
				}
				line, start = line+1, i
			}
			want := Position{Line: line, Column: units([]byte(text[min(start, i):i])) + 1, Offset: i}
			if got := f.Position(i); got != want {
				t.Fatalf("%.30q: byte %d is at %v, want %v", text, i, got, want)
			}
		}
		if got := f.Line(line); got != (Span{start, len(text)}) {
			t.Errorf("%.30q: last line is %v, want from %d", text, got, start)
		}
		if got := f.Line(line + 1); got != (Span{len(text), len(text)}) {
			t.Errorf("%.30q: after the last line comes %v", text, got)
		}
	}
}

// A text inside a string, and one inside that, point at the bytes of the file.
func TestNestedPlaces(t *testing.T) {
	inner := `{"s": "é\n{\"deep\": 12}"}`
	middle, _ := json.Marshal(inner)
	text := `{"Definition": ` + string(middle) + `}`
	f := Parse("request.json", []byte(text))
	one := f.Root().Get("Definition").Parse()
	if one.Syntax != nil {
		t.Fatal(one.Syntax)
	}
	s := one.Root().Get("s")
	if got := s.Pointer(); got != "/Definition/s" {
		t.Errorf("pointer = %q", got)
	}
	outer, span := s.Part(len("é\n{\"deep\": "), len("é\n{\"deep\": 12")).Locate()
	if outer != f || text[span.Start:span.End] != "12" {
		t.Errorf("located %q", text[span.Start:span.End])
	}
	form := ParseForm("body", []byte("FriendlyName=My+flow&Definition=%7B%22a%22%3A+%5B1%5D%7D"))
	if got := form.Root().Get("FriendlyName").Text(); got != "My flow" {
		t.Errorf("form value = %q", got)
	}
	a := form.Root().Get("Definition").Parse().Root().Get("a")
	file, span := a.Place().Locate()
	if got := string(file.Bytes[span.Start:span.End]); got != "%5B1%5D" {
		t.Errorf("located %q", got)
	}
	if bad := ParseForm("body", []byte("a=%zz")); bad.Syntax == nil || bad.Syntax.Span != (Span{2, 5}) {
		t.Errorf("bad percent-encoding: %+v", bad.Syntax)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":[1,2,{"b":"\u00e9\ud83d\ude00"}],"a":null}`, "\ufeff[true]", `{"states":[{"name":"x"}]}`,
		`{"a":"`, `[1,]`, `"\ud800"`, "\xff", `{"a":{"a":{"a":[[[]]]}}}`, "[1]\r\n", `nul`, `-`, `"\`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := Parse("x", data)
		body := data
		if file.HasBOM() {
			body = data[3:]
		}
		valid := json.Valid(body) && utf8.Valid(body) && !loneSurrogate(body)
		if valid != (file.Syntax == nil) {
			t.Fatalf("%q: valid is %v, but the mistake found is %v", data, valid, file.Syntax)
		}
		if e := file.Syntax; e != nil {
			if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > len(data) || e.Cause == "" {
				t.Fatalf("%q: bad mistake %+v", data, e)
			}
			file.Range(e.Span)
			return
		}
		lost := map[Node]bool{}
		for _, d := range file.Duplicates {
			lost[d.Lost] = true
		}
		for i := range len(file.nodes) {
			n := file.Node(i)
			if !json.Valid(n.Raw()) {
				t.Fatalf("%q: node %d is not JSON: %q", data, i, n.Raw())
			}
			shadowed := false
			for p := n; p.Exists(); p = p.Parent() {
				shadowed = shadowed || lost[p]
			}
			if back, ok := file.Root().Lookup(n.Pointer()); !shadowed && (!ok || back != n) {
				t.Fatalf("%q: pointer %q leads to %q", data, n.Pointer(), back.Raw())
			}
			if n.IsString() {
				var want string
				if err := json.Unmarshal(n.Raw(), &want); err != nil || want != n.Text() {
					t.Fatalf("decoded %q, want %q", n.Text(), want)
				}
			}
			if p := file.Position(n.Span().Start); p.Line < 1 || p.Column < 1 {
				t.Fatalf("position %+v", p)
			}
		}
	})
}

// loneSurrogate reports whether valid JSON holds half of a surrogate pair, which
// encoding/json replaces without a word.
func loneSurrogate(b []byte) bool {
	for i := 0; i+1 < len(b); i++ {
		if b[i] != '\\' {
			continue
		}
		if b[i+1] != 'u' || i+6 > len(b) {
			i++
			continue
		}
		r := hex4(b[i+2:])
		if r >= 0xD800 && r < 0xDC00 && i+12 <= len(b) && b[i+6] == '\\' && b[i+7] == 'u' {
			if low := hex4(b[i+8:]); low >= 0xDC00 && low < 0xE000 {
				i += 11
				continue
			}
		}
		if r >= 0xD800 && r < 0xE000 {
			return true
		}
		i += 5
	}
	return false
}

func BenchmarkParse(b *testing.B) {
	widget := `{"name":"send_message_1","type":"send-message","transitions":[{"event":"sent","next":"b"},{"event":"failed"}],"properties":{"offset":{"x":10,"y":-20},"from":"{{flow.channel.address}}","to":"{{contact.channel.address}}","body":"Hello \u00e9\n"}},`
	text := []byte(`{"states":[` + strings.Repeat(widget, 1<<20/len(widget)) + `{}]}`)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if f := Parse("", text); f.Syntax != nil {
			b.Fatal(f.Syntax)
		}
	}
}

// Two values are written alike only where the same bytes say the same.
func TestIsWrittenAs(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{`{"x": "a"}`, `{"y": 1, "x": "a"}`, true},
		{`{"x": "a"}`, `{"x": "b"}`, false},
		{`{"x": [1, 2]}`, `{"x": [1,2]}`, false},
		{`{"x": [1, /* one */ 2]}`, `{"x": [1, /* two */ 2]}`, false},
		{`{}`, `{}`, true}, // neither has it
		{`{"x": 1}`, `{}`, false},
	} {
		a, b := Parse("a", []byte(test.a)).Root().Get("x"), Parse("b", []byte(test.b)).Root().Get("x")
		if a.IsWrittenAs(b) != test.same || b.IsWrittenAs(a) != test.same {
			t.Errorf("%s and %s: %v", test.a, test.b, !test.same)
		}
	}
	form := ParseForm("c", []byte(`x=a`)).Root().Get("x")
	if form.IsWrittenAs(form) {
		t.Error("a form is no JSON")
	}
}
