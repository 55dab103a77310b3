package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"studiolint/testdata"
)

// maxFuzzed is the size of an input that a search spends its time on. What grows is
// tried by TestGrowth.
const maxFuzzed = 64 << 10

// FuzzLint has a stranger write a flow and choose its name: the whole linter goes over
// it, in every format, and each report is read back as its readers do.
func FuzzLint(f *testing.F) {
	entries, err := testdata.Rules.ReadDir("rules")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		data, err := testdata.Rules.ReadFile("rules/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			if bytes.Contains(file.Data, []byte("states")) {
				f.Add("flows/"+file.Name, file.Data)
				break
			}
		}
	}
	f.Add("a\n::error::b|`<>&\x1b.json", []byte(`{"states": [{"name": "a|b\n::error::x`+"`"+`<img src=x>", "type": "\u202ex"}], "initial_state": "\u0000"}`))
	f.Add("x.tftpl", []byte("{\"states\": [%{ if x }], \"initial_state\": \"${a}\"}"))
	f.Add("x.tf", []byte("a \"b\" \"c\" {\n d = jsonencode({ states = [], initial_state = \"x\" })\n}\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > maxFuzzed || len(name) > 200 || name == "" {
			return
		}
		report := func(format string) (int, []byte) {
			var out, complaints bytes.Buffer
			c := command{stdin: bytes.NewReader(data), stdout: &out, stderr: &complaints}
			status := c.main([]string{"lint", "--no-config", "--color", "never", "--jobs", "1", "--format", format, "--stdin-filename=" + name, "-"})
			if why := obeyed(complaints.String()); why != "" {
				t.Fatalf("standard error of %s: %s", format, why)
			}
			if strings.Contains(complaints.String(), "internal error") {
				t.Fatal(complaints.String())
			}
			return status, out.Bytes()
		}
		status, out := report("json")
		found := readJSON(t, data, status, out)
		for format, read := range readers {
			again, out := report(format)
			if again != status {
				t.Fatalf("%s ends with %d, JSON with %d", format, again, status)
			}
			read(t, found, out)
		}
	})
}

// A foundThing is a finding of a JSON report, as far as the other formats are compared.
type foundThing struct {
	Rule, Severity, Message, File string
	Range                         struct {
		Start, End struct{ Line, Column, Offset int }
	}
}

// readJSON reads the report and holds its places against the text.
func readJSON(t *testing.T, data []byte, status int, out []byte) []foundThing {
	t.Helper()
	if len(out) == 0 && status == exitFailed {
		return nil // nothing was read; standard error says why
	}
	var r struct {
		Version     int
		Summary     struct{ Errors, Warnings, Notes int }
		Diagnostics []foundThing
	}
	strict(t, out, &r)
	n := map[string]int{}
	for _, d := range r.Diagnostics {
		n[d.Severity]++
		from, to := d.Range.Start, d.Range.End
		if from.Offset < 0 || from.Offset > to.Offset || to.Offset > len(data) {
			t.Fatalf("%s: a place from %d to %d in %d bytes", d.Rule, from.Offset, to.Offset, len(data))
		}
		if d.Message == "" || d.Rule == "" || d.File == "" {
			t.Fatalf("an empty finding: %+v", d)
		}
		if !utf8.Valid(data) {
			continue // columns of what is no text are nobody's
		}
		for _, at := range []struct{ Line, Column, Offset int }{from, to} {
			if line, column := placeOf(data, at.Offset); line != at.Line || column != at.Column {
				t.Fatalf("%s: offset %d is line %d, column %d, not %d, %d", d.Rule, at.Offset, line, column, at.Line, at.Column)
			}
		}
	}
	if n["error"] != r.Summary.Errors || n["warning"] != r.Summary.Warnings || n["note"] != r.Summary.Notes {
		t.Fatalf("%v, but the summary says %+v", n, r.Summary)
	}
	if (n["error"] > 0) != (status == exitFindings) && status != exitFailed {
		t.Fatalf("%d errors and status %d", n["error"], status)
	}
	return r.Diagnostics
}

// placeOf counts lines, and UTF-16 units in the line; the mark of UTF-8 at the start of a
// file is no column.
func placeOf(data []byte, offset int) (line, column int) {
	before := data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	text := before[start:]
	if start == 0 {
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
	}
	return bytes.Count(before, []byte("\n")) + 1, len(utf16.Encode([]rune(string(text)))) + 1
}

// strict reads one JSON value and nothing after it.
func strict(t *testing.T, out []byte, into any) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Fatal("the report is not UTF-8")
	}
	dec := json.NewDecoder(bytes.NewReader(out))
	if err := dec.Decode(into); err != nil {
		t.Fatalf("%v in %.300s", err, out)
	}
	if _, err := dec.Token(); err != io.EOF {
		t.Fatalf("something follows the report: %v", err)
	}
}

// shown is how many annotations of one kind GitHub shows.
const shown = 10

// readers read a report back, and compare it with the findings of the JSON report.
var readers = map[string]func(t *testing.T, found []foundThing, out []byte){
	"sarif": func(t *testing.T, found []foundThing, out []byte) {
		var log struct {
			Runs []struct {
				Results []struct {
					RuleID  string
					Level   string
					Message struct{ Text string }
				}
			}
		}
		if len(out) == 0 && found == nil {
			return
		}
		strict(t, out, &log)
		if len(log.Runs) != 1 || len(log.Runs[0].Results) != len(found) {
			t.Fatalf("%d runs, %d findings: %.300s", len(log.Runs), len(found), out)
		}
	},
	"gitlab": func(t *testing.T, found []foundThing, out []byte) {
		var list []struct{ Description, Fingerprint string }
		if len(out) == 0 && found == nil {
			return
		}
		strict(t, out, &list)
		seen := map[string]bool{}
		for _, issue := range list {
			if seen[issue.Fingerprint] {
				t.Fatalf("two issues with one fingerprint: %.300s", out)
			}
			seen[issue.Fingerprint] = true
		}
		if len(list) != len(found) {
			t.Fatalf("%d issues, %d findings", len(list), len(found))
		}
	},
	"rdjson": func(t *testing.T, found []foundThing, out []byte) {
		var report struct{ Diagnostics []struct{ Message string } }
		if len(out) == 0 && found == nil {
			return
		}
		strict(t, out, &report)
		if len(report.Diagnostics) != len(found) {
			t.Fatalf("%d diagnostics, %d findings", len(report.Diagnostics), len(found))
		}
	},
	"github": func(t *testing.T, found []foundThing, out []byte) {
		want := map[string]int{}
		for _, d := range found {
			kind := strings.Replace(d.Severity, "note", "notice", 1)
			want[kind] = min(want[kind]+1, shown)
		}
		got := kinds(workflowCommands(string(out)))
		if fmt.Sprint(want) != fmt.Sprint(got) {
			t.Fatalf("a runner obeys %v, want %v:\n%s", got, want, out)
		}
	},
	"junit":      func(t *testing.T, found []foundThing, out []byte) { elements(t, out, len(found), "failure", "skipped") },
	"checkstyle": func(t *testing.T, found []foundThing, out []byte) { elements(t, out, len(found), "error") },
	"markdown": func(t *testing.T, found []foundThing, out []byte) {
		rows := 0
		for line := range strings.SplitSeq(string(out), "\n") {
			if why := hidden(line); why != "" {
				t.Fatalf("%s in %q", why, line)
			}
			if findingRow.MatchString(line) {
				rows++
				if n := strings.Count(line, "|"); n != 5 {
					t.Fatalf("%d bars in %q", n, line)
				}
			}
			if markup.MatchString(strings.ReplaceAll(line, "<br>", "")) {
				t.Fatalf("markup of a stranger in %q", line)
			}
		}
		if rows != len(found) {
			t.Fatalf("%d rows, %d findings:\n%s", rows, len(found), out)
		}
	},
	"short": func(t *testing.T, found []foundThing, out []byte) {
		lines := strings.SplitAfter(string(out), "\n")
		if lines = lines[:len(lines)-1]; len(lines) != len(found) || len(out) > 0 && !bytes.HasSuffix(out, []byte("\n")) {
			t.Fatalf("%d lines, %d findings:\n%s", len(lines), len(found), out)
		}
		for i, line := range lines {
			if why := hidden(strings.TrimSuffix(line, "\n")); why != "" {
				t.Fatalf("%s in %q", why, line)
			}
			d := found[i]
			m := shortLine.FindStringSubmatch(line)
			if place := fmt.Sprintf("%d:%d", d.Range.Start.Line, d.Range.Start.Column); m == nil || m[1] != place || m[2] != d.Severity || m[3] != d.Rule {
				t.Fatalf("%q is not %s: %s: … [%s]", line, place, d.Severity, d.Rule)
			}
		}
	},
	"text": func(t *testing.T, found []foundThing, out []byte) {
		heads := 0
		for line := range strings.SplitSeq(string(out), "\n") {
			if why := hidden(line); why != "" {
				t.Fatalf("%s in %q", why, line)
			}
			if headLine.MatchString(line) {
				heads++
			}
		}
		if heads < len(found) {
			t.Fatalf("%d heads, %d findings:\n%s", heads, len(found), out)
		}
	},
}

var (
	findingRow = regexp.MustCompile(`^\| (error|warning|note) \| `)
	markup     = regexp.MustCompile("<[a-zA-Z/!]|`")
	shortLine  = regexp.MustCompile(`^.*?:(\d+:\d+): (error|warning|note): .* \[([a-z0-9-]+)\]\n$`)
	headLine   = regexp.MustCompile(`^.*:\d+:\d+: (error|warning|note): `)
)

// hidden returns what a line holds that a terminal would obey or nobody would see.
func hidden(line string) string {
	why := obeyed(line)
	if strings.HasPrefix(why, "a command") {
		return "" // a report is no place for commands to runners: the action stops them first
	}
	return why
}

// elements reads XML to its end and counts the elements that say what was found.
func elements(t *testing.T, out []byte, want int, names ...string) {
	t.Helper()
	if len(out) == 0 && want == 0 {
		return
	}
	n := 0
	for dec := xml.NewDecoder(bytes.NewReader(out)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, out)
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, name := range names {
				if e.Name.Local == name {
					n++
				}
			}
		}
	}
	if n != want {
		t.Fatalf("%d of %v, %d findings: %s", n, names, want, out)
	}
}
