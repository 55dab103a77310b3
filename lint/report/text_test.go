package report

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// head is what problem matchers look for.
var head = regexp.MustCompile(`^(.+?):(\d+):(\d+): (error|warning|note): (.*) \[([a-z0-9-]+)\]$`)

func TestSnip(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 100)
	for _, tt := range []struct {
		name         string
		line, marked string // marked is the first occurrence of this text
		shown, marks string
	}{
		{"plain", `  "next": "mneu"`, `"mneu"`,
			`  "next": "mneu"`,
			`          ^^^^^^`},
		{"tabs", "\t\t\"a\":\t1", "1",
			`        "a":    1`,
			`                ^`},
		{"wide characters", `日本 x`, "x",
			`日本 x`,
			`     ^`},
		{"under wide characters", `a日本b`, "日本",
			`a日本b`,
			` ^^^^`},
		{"emoji", `👋 x`, "x",
			`👋 x`,
			`   ^`},
		{"combining", "e\u0301e\u0301 x", "x",
			"e\u0301e\u0301 x",
			`   ^`},
		{"variation selector", "☎\ufe0e x", "x",
			"☎\ufe0e x",
			`  ^`},
		{"escapes", "a\x1b[1mb", "b",
			`a\x1b[1mb`,
			`        ^`},
		{"under an escape", "a\u202eb", "\u202e",
			`a\u202eb`,
			` ^^^^^^`},
		{"not UTF-8", "a\xffb", "b",
			`a\xffb`,
			`     ^`},
		{"empty range", `abc`, "",
			`abc`,
			`^`},
		{"only a combining mark", "e\u0301x", "\u0301",
			"e\u0301x",
			` ^`},
		{"workflow command", "##[error]x ##vso[a] # ##", "x",
			`#\x23[error]x #\x23vso[a] # ##`,
			`            ^`},
		{"long, in the middle", long + "HERE" + long, "HERE",
			`…` + strings.Repeat("abcdefghi ", 3) + "HERE" + strings.Repeat("abcdefghi ", 6) + `abcdef…`,
			` ` + strings.Repeat(" ", 30) + `^^^^`},
		{"long, at the beginning", "HERE" + long, "HERE",
			"HERE" + strings.Repeat("abcdefghi ", 6) + `abcdef…`,
			`^^^^`},
		{"long, at the end", long + "HERE", "HERE",
			`…efghi ` + strings.Repeat("abcdefghi ", 9) + "HERE",
			` ` + strings.Repeat(" ", 96) + `^^^^`},
		{"long range", "x" + long, long,
			"x" + strings.Repeat("abcdefghi ", 7) + `…`,
			" " + strings.Repeat("^", 70)},
	} {
		start := strings.Index(tt.line, tt.marked)
		shown, under := snip([]byte(tt.line), start, start+len(tt.marked))
		if shown != tt.shown || under != tt.marks {
			t.Errorf("%s:\n%s\n%s\nwant\n%s\n%s", tt.name, shown, under, tt.shown, tt.marks)
		}
	}
}

func TestSnipOutside(t *testing.T) {
	for _, tt := range []struct {
		line       string
		start, end int
		under      string
	}{
		{"abc", 3, 3, "   ^"},
		{"abc", 5, 9, "   ^"},
		{"abc", 1, 99, " ^^"},
		{"abc", -3, 1, "^"},
		{"abc", -3, -1, "^"},
		{"abc", 2, 1, "  ^"},
		{"", 0, 5, "^"},
	} {
		if _, under := snip([]byte(tt.line), tt.start, tt.end); under != tt.under {
			t.Errorf("snip(%q, %d, %d) marks %q, want %q", tt.line, tt.start, tt.end, under, tt.under)
		}
	}
}

// groupHead is what is not indented and no finding.
var groupHead = regexp.MustCompile(`^$|^.+: \d+ (errors?|warnings?|notes?)(, \d+ (warnings?|notes?))*$|^the errors again:$`)

// TestTextHeads checks that tools that match lines find each finding once, whatever
// stands in a flow, and that nothing else looks like one.
func TestTextHeads(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), hostile(t), many(100)} {
		want := slices.Concat(byFile(active(r.Diagnostics))...)
		got := 0
		for _, line := range lines(render(t, "text", r, Options{})) {
			m := head.FindStringSubmatch(line)
			if m == nil {
				if !strings.HasPrefix(line, "  ") && !groupHead.MatchString(line) {
					t.Errorf("not indented, and no heading: %q", line)
				}
				continue
			}
			if got == len(want) {
				t.Fatalf("one finding too many: %q", line)
			}
			d := want[got]
			got++
			p := d.Range.Start
			if m[2] != fmt.Sprint(p.Line) || m[3] != fmt.Sprint(p.Column) || m[4] != d.Severity.String() || m[6] != d.Rule.ID {
				t.Errorf("%q does not name line %d, column %d, %s, %s", line, p.Line, p.Column, d.Severity, d.Rule.ID)
			}
			if !strings.Contains(d.File, "::") && Visible(d.File) == d.File && !strings.Contains(d.File, ": ") && m[1] != d.File {
				t.Errorf("%q names the file %q, want %q", line, m[1], d.File)
			}
		}
		if got != len(want) {
			t.Errorf("%d findings are found in the text, want %d", got, len(want))
		}
	}
}

func TestTextDriveLetter(t *testing.T) {
	f := source.Parse("C:/flows/ivr.json", []byte(ivr))
	m := head.FindStringSubmatch(lines(render(t, "text", result(found(dangling, at(t, f, `"mneu"`), "no such widget")), Options{}))[1])
	if m == nil || m[1] != "C:/flows/ivr.json" || m[2] != "5" || m[3] != "110" {
		t.Errorf("matched %q", m)
	}
}

func TestTextIsNarrow(t *testing.T) {
	long := source.Parse("min.json", []byte(`["`+strings.Repeat("日\u0301👋\x1b", 300_000)+`"]`))
	r := hostile(t)
	for _, start := range []int{0, 1, 5000, 1_000_000, len(long.Bytes) - 1} {
		r.Diagnostics = append(r.Diagnostics,
			found(dangling, long.Place(source.Span{Start: start, End: start + 1}), "one byte"),
			found(dangling, long.Place(source.Span{Start: start, End: len(long.Bytes)}), "to the end"))
	}
	checked := 0
	for i, line := range lines(render(t, "text", r, Options{})) {
		if !gutter.MatchString(line) {
			continue
		}
		checked++
		columns := 0
		for _, c := range line {
			columns += columnsOf(c)
		}
		if columns > 140 {
			t.Errorf("line %d has %d columns: %q", i+1, columns, line)
		}
	}
	if want := 2 * (len(r.Diagnostics) - r.Totals().Suppressed); checked != want {
		t.Errorf("%d lines of snippets, want %d", checked, want)
	}
}

// gutter is what stands before a source line and before its marks.
var gutter = regexp.MustCompile(`^  ( *|\d+) \| `)

func TestTextOfManyRelated(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	d := found(dangling, at(t, f, `"mneu"`), "no such widget", func(d *finding.Diagnostic) {
		for i := range 25 {
			d.Relate(at(t, f, `"greet"`), fmt.Sprint("place ", i))
		}
	})
	got := render(t, "text", result(d), Options{})
	if n := strings.Count(got, ": place "); n != maxRelated {
		t.Errorf("%d related places, want %d", n, maxRelated)
	}
	if !strings.HasSuffix(got, "\n  … and 15 more places\n") {
		t.Errorf("the rest is not counted: %q", got)
	}
}

func TestPath(t *testing.T) {
	path := func(n int) []finding.Step {
		var steps []finding.Step
		for i := range n {
			steps = append(steps, finding.Step{Widget: fmt.Sprint("w", i), Event: fmt.Sprint("e", i)})
		}
		steps[n-1].Event = ""
		return steps
	}
	for _, tt := range []struct {
		path []finding.Step
		want string
	}{
		{path(1), "path: w0"},
		{path(3), "path: w0 —e0→ w1 —e1→ w2"},
		{[]finding.Step{{Widget: "a"}, {Widget: "b"}}, "path: a → b"},
		{path(6), "path: w0 —e0→ w1 —e1→ w2 —e2→ w3 —e3→ w4 —e4→ w5"},
		{path(7), "path: … 3 more steps … —e2→ w3 —e3→ w4 —e4→ w5 —e5→ w6"},
		{path(5000), "path: … 4996 more steps … —e4995→ w4996 —e4996→ w4997 —e4997→ w4998 —e4998→ w4999"},
		{[]finding.Step{{Widget: strings.Repeat("x", 10_000)}}, "path: " + strings.Repeat("x", 26) + "…" + strings.Repeat("x", 13)},
	} {
		if got := pathText(tt.path); got != tt.want {
			t.Errorf("path of %d steps:\n%s\nwant\n%s", len(tt.path), got, tt.want)
		}
		broken := pathLines(tt.path)
		for i, line := range broken {
			if n := utf8.RuneCountInString(line); n > pathWidth {
				t.Errorf("line %d has %d characters: %q", i, n, line)
			}
			broken[i] = strings.TrimSpace(line)
		}
		if got := strings.Join(broken, " "); got != tt.want {
			t.Errorf("in lines:\n%s\nwant\n%s", got, tt.want)
		}
	}
	if pathText(nil) != "" || pathLines(nil) != nil {
		t.Error("an empty path is written")
	}
}

// A file of which the same is written as of an earlier one is one line, and so the errors
// are named once when they are named again.
func TestTextCopies(t *testing.T) {
	var list []*finding.Diagnostic
	add := func(name, text, message string) {
		f := source.Parse(name, []byte(text))
		list = append(list, found(dangling, at(t, f, `"mneu"`), message), found(dangling, at(t, f, `"mneu"`), "once more"))
	}
	for i := range 5 {
		add(fmt.Sprintf("%d/a.json", i), ivr, "no such widget")
	}
	add("b.json", ivr, "another widget")
	add("elsewhere.json", "\n"+ivr, "no such widget")
	add("below.json", ivr+"\n\n", "another widget")
	for i := range 6 {
		add(fmt.Sprint("z.json", i), ivr, fmt.Sprint("message ", i))
	}
	r := &finding.Result{Rules: sample(t).Rules, Files: 1, Diagnostics: list}
	text := render(t, "text", r, Options{})
	for i := 1; i < 5; i++ {
		if want := fmt.Sprintf("\n%d/a.json: the same 2 findings as 0/a.json\n", i); !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, want := range []string{"\nb.json: 2 errors\n", "\nelsewhere.json: 2 errors\n", "\n\nbelow.json: the same 2 findings as b.json\n\n",
		"\n\nthe errors again:\n  0/a.json:5:110: no such widget [dangling-transition]\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if strings.Count(text, "no such widget") != 4 {
		t.Error(text)
	}
	report := newText(io.Discard, Options{})
	part, _ := report.Render(list[:2])
	if err := report.Add(part); err != nil || report.End(r) != nil {
		t.Error(err)
	}

	var long []*finding.Diagnostic
	for i := range 30 {
		long = append(long, found(dangling, at(t, source.Parse("a.json", []byte(ivr)), `"mneu"`), fmt.Sprint("message ", i)))
	}
	text = render(t, "text", result(long...), Options{})
	if _, again, _ := strings.Cut(text, "\nthe errors again:\n"); strings.Count(again, "\n") != 21 || !strings.HasSuffix(again, "message 19 [dangling-transition]\n  … and 10 more errors\n") {
		t.Errorf("%q", again)
	}
}

func TestNoSnippet(t *testing.T) {
	for name, f := range map[string]*source.File{
		"empty":       source.Parse("a.json", nil),
		"blank":       source.Parse("a.json", []byte(" \n \n")),
		"not whole":   {Path: "a.json", Bytes: []byte("{"), Size: 1 << 30},
		"only a mark": source.Parse("a.json", []byte("\ufeff")),
	} {
		got := render(t, "text", result(found(tooLarge, f.Place(source.Span{}), "too large")), Options{})
		if want := "a.json: 1 error\na.json:1:1: error: too large [definition-size]\n"; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestSecrets checks that a secret is shown by no finding, in no format.
func TestSecrets(t *testing.T) {
	const text = `{"states":[{"name":"a","url":"https://ann:hunter2@x.example","next":"b"}]}`
	f := source.Parse("a.json", []byte(text))
	request := source.Parse("b.json", []byte(`{"Definition":"{\"token\":\"hunter2\"}"}`))
	token := request.Root().Get("Definition").Parse().Root().Get("token")
	secret := func(at source.Place) *finding.Diagnostic {
		return found(dangling, at, "a password stands in a URL", func(d *finding.Diagnostic) { d.Sensitive = true })
	}
	old := secret(at(t, f, "hunter2"))
	old.Suppressed = &finding.Suppression{Kind: "baseline"}
	for name, r := range map[string]*finding.Result{
		"itself":     result(secret(at(t, f, "hunter2"))),
		"beside it":  result(found(dangling, at(t, f, `"b"`), "no such widget"), secret(at(t, f, "hunter2"))),
		"suppressed": result(found(dangling, at(t, f, `"b"`), "no such widget"), old),
		"nested":     result(secret(token.Place())),
	} {
		for _, format := range Formats() {
			if out := render(t, format.Name, r, Options{}); strings.Contains(out, "hunter2") {
				t.Errorf("%s, %s: %s", name, format.Name, out)
			}
		}
	}
	want := `a.json: 1 error
a.json:1:43: error: a password stands in a URL [dangling-transition]
  1 | {"states":[{"name":"a","url":"https://ann:*******@x.example","next":"b"}]}
    |                                           ^^^^^^^
`
	if got := render(t, "text", result(secret(at(t, f, "hunter2"))), Options{}); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if string(f.Bytes) != text {
		t.Error("the file itself was changed")
	}
}

func FuzzSnip(f *testing.F) {
	f.Add([]byte("\t\"a\": 日本\u0301\x1b\xff ##[x]"), 3, 9)
	f.Add([]byte(strings.Repeat("日本\u0301", 200)), 700, 9)
	f.Fuzz(func(t *testing.T, line []byte, start, length int) {
		if strings.ContainsAny(string(line), "\r\n") {
			t.Skip()
		}
		start %= len(line) + 10
		shown, under := snip(line, start, start+length%(len(line)+10))
		if Visible(shown) != shown {
			t.Errorf("not all is visible: %q", shown)
		}
		columns := 0
		for _, r := range shown {
			columns += columnsOf(r)
		}
		if columns > lineFits+2 || len(under) > columns+1 {
			t.Errorf("%d columns, %d marks: %q", columns, len(under), shown)
		}
		if marks := strings.TrimLeft(under, " "); marks == "" || strings.Trim(marks, "^") != "" {
			t.Errorf("the marks are %q", under)
		}
	})
}

func lines(s string) []string {
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n")
}
