package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// Each format is found by its name, which no other has, and is explained.
func TestFind(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats() {
		if got, ok := Find(f.Name); !ok || got.Name != f.Name || got.Title != f.Title || f.Title == "" || seen[f.Name] {
			t.Errorf("Find(%q) = %+v, %t", f.Name, got, ok)
		}
		seen[f.Name] = true
	}
	if !seen["text"] || !seen["json"] {
		t.Errorf("there are only %v", seen)
	}
	if _, ok := Find("html5"); ok {
		t.Error("Find finds a format that is not there")
	}
}

// TestSame checks that a report does not depend on anything but the result.
func TestSame(t *testing.T) {
	for _, f := range Formats() {
		first := render(t, f.Name, sample(t), Options{})
		for range 10 {
			if again := render(t, f.Name, sample(t), Options{}); again != first {
				t.Fatalf("%s differs from one time to the next", f.Name)
			}
		}
	}
}

// TestNothingRaw checks that no format passes on a character that a terminal would
// obey, whatever stands in names, messages and paths.
func TestNothingRaw(t *testing.T) {
	for _, f := range Formats() {
		out := render(t, f.Name, hostile(t), Options{})
		if !utf8.ValidString(out) {
			t.Errorf("%s is not UTF-8", f.Name)
		}
		for _, r := range out {
			if r != '\n' && r < ' ' || r == 0x7F {
				t.Errorf("%s holds %U", f.Name, r)
			}
			// JSON and XML repeat file names and new text letter by letter, for a
			// program to use; what people read has no hidden character.
			if f.Name == "text" || f.Name == "github" || f.Name == "markdown" {
				if r != '\n' && Visible(string(r)) != string(r) {
					t.Errorf("%s holds %U", f.Name, r)
				}
			}
		}
	}
}

// TestSuppressed checks that accepted findings are nowhere but in SARIF.
func TestSuppressed(t *testing.T) {
	for _, f := range Formats() {
		out := render(t, f.Name, sample(t), Options{})
		if got, want := strings.Contains(out, "accepted long ago"), f.Name == "sarif"; got != want {
			t.Errorf("%s: suppressed findings are written: %t", f.Name, got)
		}
	}
}

func TestNothingFound(t *testing.T) {
	r := &finding.Result{Rules: catalogue, Files: 3, Flows: 3}
	for name, want := range map[string]string{
		"text":   "",
		"short":  "",
		"github": "",
		"gitlab": "[]\n",
		"rdjson": `{"source":{"name":"studiolint"},"diagnostics":[]}` + "\n",
		"json": `{"version":1,"tool":{"name":"studiolint","version":""},"summary":{"files":3,"flows":3,"skipped":0,"unread":0,` +
			`"errors":0,"warnings":0,"notes":0,"suppressed":0},"diagnostics":[]}` + "\n",
		"checkstyle": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\"></checkstyle>\n",
		"junit": `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="studiolint" tests="1" failures="0" errors="0" skipped="0" time="0">
  <testsuite name="studiolint" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="no findings in 3 flows" classname="studiolint" time="0"></testcase>
  </testsuite>
</testsuites>
`,
		"markdown": "## studiolint: no findings in 3 flows\n\n| Errors | Warnings | Notes | Suppressed | Flows | Files |\n" +
			"| ---: | ---: | ---: | ---: | ---: | ---: |\n| 0 | 0 | 0 | 0 | 3 | 3 |\n",
	} {
		if got := render(t, name, r, Options{}); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	if got := render(t, "sarif", r, Options{}); !strings.Contains(got, `"results":[]`) {
		t.Errorf("sarif has no empty list of results: %s", got)
	}
}

var errFull = errors.New("the disk is full")

// full is a writer that fails at once, or after some bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteFails(t *testing.T) {
	for _, f := range Formats() {
		for _, room := range []int{0, 5000} {
			if err := f.Write(&full{room}, many(1000), Options{}); !errors.Is(err, errFull) {
				t.Errorf("%s, room for %d bytes: %v", f.Name, room, err)
			}
		}
	}
}

// TestNowhere checks that a finding without a place, which is a mistake of a rule,
// is reported all the same.
func TestNowhere(t *testing.T) {
	for _, f := range Formats() {
		if out := render(t, f.Name, result(found(dangling, source.Place{}, "points nowhere")), Options{}); !strings.Contains(out, "points nowhere") {
			t.Errorf("%s: %s", f.Name, out)
		}
	}
	got := render(t, "text", result(found(dangling, source.Place{}, "points nowhere")), Options{})
	if want := "-: 1 error\n-:1:1: error: points nowhere [dangling-transition]\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSummary(t *testing.T) {
	newFinding := func(file string, s finding.Severity) *finding.Diagnostic {
		return &finding.Diagnostic{Rule: dangling, Severity: s, File: file}
	}
	old := newFinding("old.json", finding.Error)
	old.Suppressed = &finding.Suppression{Kind: "baseline"}
	for _, tt := range []struct {
		files, flows int
		found        []*finding.Diagnostic
		want         string
	}{
		{0, 0, nil, "no flows found"},
		{1, 1, nil, "no findings in 1 flow"},
		{3, 3, nil, "no findings in 3 flows"},
		{3, 5, nil, "no findings in 3 files"},
		{1, 0, []*finding.Diagnostic{newFinding("a", finding.Error)}, "1 error in 1 file"},
		{1, 1, []*finding.Diagnostic{newFinding("a", finding.Error)}, "1 error in 1 flow"},
		{5, 5, []*finding.Diagnostic{newFinding("a", finding.Error), newFinding("b", finding.Error), newFinding("a", finding.Error), newFinding("a", finding.Warning)},
			"3 errors, 1 warning in 2 of 5 flows"},
		{2, 2, []*finding.Diagnostic{newFinding("a", finding.Note), newFinding("b", finding.Warning), newFinding("b", finding.Warning)},
			"2 warnings, 1 note in 2 flows"},
		{3, 3, []*finding.Diagnostic{old}, "no findings in 3 flows (1 suppressed)"},
		{3, 3, []*finding.Diagnostic{old, newFinding("a", finding.Note)}, "1 note in 1 of 3 flows (1 suppressed)"},
		{0, 0, []*finding.Diagnostic{newFinding(".studiolint.yaml", finding.Warning)}, "1 warning in 0 flows"},
	} {
		if got := Summary(&finding.Result{Files: tt.files, Flows: tt.flows, Diagnostics: tt.found}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	if got := Summary(&finding.Result{Problems: []error{io.EOF}}); got != "nothing was checked" {
		t.Errorf("%q", got)
	}
}

func TestJSON(t *testing.T) {
	out := render(t, "json", hostile(t), Options{})
	var report struct {
		Summary     map[string]int
		Diagnostics []map[string]any
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	r := hostile(t)
	if got := report.Summary; got["errors"] != len(r.Diagnostics)-1 || got["suppressed"] != 1 {
		t.Errorf("the summary is %v", got)
	}
	for i, d := range active(r.Diagnostics) {
		got := report.Diagnostics[i]
		for _, key := range []string{"file", "rule", "severity", "rejected", "message", "pointer", "widget", "range",
			"path", "related", "fixes", "twilio", "fingerprint", "url"} {
			if _, ok := got[key]; !ok {
				t.Errorf("%d has no %q", i, key)
			}
		}
		// What a program uses to find a thing stays as it is.
		if want := strings.ToValidUTF8(d.Widget, "\ufffd"); got["widget"] != want {
			t.Errorf("the widget is %q, want %q", got["widget"], want)
		}
		if message := got["message"].(string); strings.ContainsFunc(message, unicode.IsControl) || utf8.RuneCountInString(message) > 2*maxMessage {
			t.Errorf("the message is %q", message)
		}
	}
	if n := strings.Count(out, "\n"); n != len(report.Diagnostics)+2 {
		t.Errorf("%d lines, want one for each finding and two more", n)
	}
	for _, key := range []string{"path", "related", "fixes"} {
		if got := render(t, "json", many(1), Options{}); !strings.Contains(got, `"`+key+`":[]`) {
			t.Errorf("an empty %s is not []: %s", key, got)
		}
	}
}

// TestNestedFix checks that a fix inside a text that is itself a JSON string is
// written with the escapes of that string.
func TestNestedFix(t *testing.T) {
	f := source.Parse("request.json", []byte(`{"Definition": "{\"states\": \"x\"}"}`))
	inner := f.Root().Get("Definition").Parse().Root().Get("states")
	d := found(schemaRule, inner, "wrong", func(d *finding.Diagnostic) {
		d.Fixes = []finding.Fix{{Title: "Mend", Safe: true, Changes: []source.Edit{inner.SetText("new")}}}
	})
	for _, name := range []string{"json", "sarif", "rdjson"} {
		if got := render(t, name, result(d), Options{}); !strings.Contains(got, `"\\\"new\\\""`) {
			t.Errorf("%s has no fix as the file needs it: %s", name, got)
		}
	}
}

// along gives findings a path of so many steps each.
func along(r *finding.Result, steps int) *finding.Result {
	for _, d := range r.Diagnostics {
		for i := range steps {
			d.Path = append(d.Path, finding.Step{Widget: fmt.Sprint("widget_", i), Event: "incomingMessage", At: d.At})
		}
	}
	return r
}

// BenchmarkFormats writes findings, each with a path of five steps, as a run does that
// has twenty of each file.
func BenchmarkFormats(b *testing.B) {
	const findings, each = 10_000, 20
	r := along(many(findings), 5)
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				report := f.New(&out, Options{})
				for found := range slices.Chunk(r.Diagnostics, each) {
					part, _ := report.Render(found)
					if err := report.Add(part); err != nil {
						b.Fatal(err)
					}
				}
				if err := report.End(&finding.Result{Rules: r.Rules, Dropped: r.Totals()}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len())/1e6, "MB")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/findings/1000, "µs/finding")
		})
	}
}

// budgets are how many allocations a finding with a path of five steps may cost a format:
// a few more than it does.
var budgets = map[string]float64{
	"text": 25, "short": 3, "json": 4, "sarif": 4, "github": 1, "junit": 24, "checkstyle": 7, "gitlab": 6, "rdjson": 3, "markdown": 33, "html": 6,
}

// Allocations do not depend on the machine, as times do.
func TestAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector takes memory of its own")
	}
	const findings = 1000
	r := along(many(findings), 5)
	for _, f := range Formats() {
		most, known := budgets[f.Name]
		if !known {
			t.Errorf("%s has no budget", f.Name)
		}
		report := f.New(io.Discard, Options{})
		each := testing.AllocsPerRun(3, func() { report.Render(r.Diagnostics) }) / findings
		if each > most {
			t.Errorf("%s: %.1f allocations a finding, more than %.0f", f.Name, each, most)
		}
		t.Logf("%s: %.1f allocations a finding", f.Name, each)
	}
}

// BenchmarkTextMinified has 1,000 findings in one line of a megabyte.
func BenchmarkTextMinified(b *testing.B) {
	f := source.Parse("min.json", []byte(`["`+strings.Repeat("lorem ipsum 日本語 ", 40_000)+`"]`))
	var list []*finding.Diagnostic
	for i := range 1000 {
		list = append(list, found(dangling, f.Place(source.Span{Start: i * 900, End: i*900 + 10}), "no such widget"))
	}
	r := result(list...)
	for b.Loop() {
		if err := (Format{New: newText}).Write(&bytes.Buffer{}, r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
