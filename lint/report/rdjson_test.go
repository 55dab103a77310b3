package report

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// The Reviewdog Diagnostic Format: proto/rdf/reviewdog.proto of reviewdog.

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"` // ERROR, WARNING or INFO
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`

	// Original is what reviewdog shows on a terminal, and folded up in a comment.
	Original string `json:"original_output"`
}

type rdLocation struct {
	Path  string `json:"path"`
	Range rdSpan `json:"range"`
}

type rdSpan struct {
	Start rdPoint `json:"start"`
	End   rdPoint `json:"end"`
}

// An rdPoint counts from 1; columns are bytes.
type rdPoint struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdSuggestion struct {
	Range rdSpan `json:"range"`
	Text  string `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

type rdResult struct {
	Source      map[string]string `json:"source"`
	Diagnostics []rdDiagnostic    `json:"diagnostics"`
}

func readRD(t *testing.T, data string) rdResult {
	t.Helper()
	var r rdResult
	if err := json.Unmarshal([]byte(data), &r); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	return r
}

// TestRDJSONColumns cuts the marked text out of the lines, as reviewdog does.
func TestRDJSONColumns(t *testing.T) {
	for _, text := range []string{ivr, "\ufeff" + ivr, strings.ReplaceAll(ivr, "\n", "\r\n"), strings.ReplaceAll(ivr, "\n", "")} {
		f := source.Parse("a.json", []byte(text))
		lines := strings.Split(text, "\n")
		for _, want := range []string{`"states"`, `"日本語"`, `"timeout"`, `"mneu"`, `"description"`} {
			d := found(dangling, at(t, f, want), "x", func(d *finding.Diagnostic) {
				d.Relate(at(t, f, want), "here")
				d.Fixes = []finding.Fix{write("y", true, at(t, f, want), "z")}
			})
			got := readRD(t, render(t, "rdjson", result(d), Options{})).Diagnostics[0]
			for _, r := range []rdSpan{got.Location.Range, got.Related[0].Location.Range, got.Suggestions[0].Range} {
				if r.Start.Line != r.End.Line {
					t.Fatalf("the range is %+v", r)
				}
				if cut := lines[r.Start.Line-1][r.Start.Column-1 : r.End.Column-1]; cut != want {
					t.Errorf("the range of %s holds %s", want, cut)
				}
			}
		}
	}
}

// TestRDJSONSuggestions checks that only what can be applied alone and safely is
// suggested.
func TestRDJSONSuggestions(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	place := at(t, f, `"mneu"`)
	edit := f.Place(place.Span).Replace(`"menu"`)
	for _, tt := range []struct {
		name string
		fix  finding.Fix
		want int
	}{
		{"safe", finding.Fix{Safe: true, Changes: []source.Edit{edit}}, 1},
		{"unsafe", finding.Fix{Changes: []source.Edit{edit}}, 0},
		{"two edits", finding.Fix{Safe: true, Changes: []source.Edit{edit, edit}}, 0},
		{"none", finding.Fix{Safe: true}, 0},
	} {
		d := found(dangling, place, "x", func(d *finding.Diagnostic) { d.Fixes = []finding.Fix{tt.fix} })
		got := readRD(t, render(t, "rdjson", result(d), Options{})).Diagnostics[0]
		if len(got.Suggestions) != tt.want {
			t.Errorf("%s: %d suggestions, want %d", tt.name, len(got.Suggestions), tt.want)
		}
		if told := strings.Contains(got.Message, `"studiolint fix" mends it`); told != (tt.name == "two edits") {
			t.Errorf("%s: %s", tt.name, got.Message)
		}
	}
}

// TestReviewdog has the real reviewdog read the report and say what it has read.
func TestReviewdog(t *testing.T) {
	program := tool(t, "STUDIOLINT_REVIEWDOG", "the program reviewdog")
	o := Options{URL: "https://studiolint.example", RuleURL: func(id string) string { return "https://studiolint.example/" + id }}
	for name, r := range map[string]*finding.Result{"empty": {}, "sample": sample(t), "hostile": hostile(t)} {
		in := render(t, "rdjson", r, o)
		run := func(reporter string) string {
			cmd := exec.Command(program, "-f=rdjson", "-reporter="+reporter, "-filter-mode=nofilter")
			cmd.Dir = t.TempDir()
			cmd.Stdin = strings.NewReader(in)
			var out, errs bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errs
			if err := cmd.Run(); err != nil {
				t.Fatalf("%s: %v\n%s", name, err, errs.String())
			}
			return out.String()
		}
		var want []rdDiagnostic
		var local []string
		for _, d := range readRD(t, in).Diagnostics {
			local = append(local, d.Original)
			d.Original = "" // this reporter leaves it out
			d.Location.Path = path.Clean(d.Location.Path)
			for i, r := range d.Related {
				d.Related[i].Location.Path = path.Clean(r.Location.Path)
			}
			want = append(want, d)
		}
		if diff := cmp.Diff(want, readRD(t, run("rdjson")).Diagnostics, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: reviewdog reads something else (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(strings.Join(local, "\n"), strings.TrimSuffix(run("local"), "\n")); diff != "" {
			t.Errorf("%s: reviewdog prints something else (-want +got):\n%s", name, diff)
		}
	}
}

// Edits of one text are one suggestion, with what stands between them; those far apart
// are none.
func TestJoined(t *testing.T) {
	f := source.Parse("a.json", []byte("{\"a\": \"x\",\n\"b\": [1, 2]}"))
	resolved := func(changes ...source.Edit) []finding.Edit {
		d := finding.New(&finding.Rule{ID: "x"}, f.Root(), "x")
		d.Suggest(true, "x", changes...)
		d.Resolve()
		return d.Fixes[0].Edits
	}
	a, b := f.Root().Get("a"), f.Root().Get("b")
	e, ok := joined(resolved(b.At(1).SetValue(source.Integer(5)), b.At(0).SetValue(source.Integer(4))))
	if !ok || e.NewText != "4, 5" || string(f.Bytes[e.At.Span.Start:e.At.Span.End]) != "1, 2" || e.Range.End.Offset != e.At.Span.End {
		t.Errorf("%v %+v", ok, e)
	}
	e, ok = joined(resolved(b.At(0).SetValue(source.Integer(4)), a.SetText("y")))
	if !ok || e.NewText != "\"y\",\n\"b\": [4" || e.Range.Start.Line != 1 || e.Range.End.Line != 2 {
		t.Errorf("two lines become %+v, %v", e, ok)
	}
	far := source.Parse("a.json", []byte(`["x", "`+strings.Repeat("-", maxJoined)+`", "y"]`)).Root()
	if e, ok := joined(resolved(far.At(0).SetText("a"), far.At(2).SetText("b"))); ok {
		t.Errorf("%d bytes are one suggestion", len(e.NewText))
	}
}
