package editor

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// flowFiles are all files below testdata that may hold a flow, and those of the corpus,
// if there is one.
func flowFiles(t testing.TB) []string {
	t.Helper()
	roots := []string{filepath.Join("..", "..", "testdata", "flows")}
	if corpus := os.Getenv("STUDIOLINT_CORPUS"); corpus != "" {
		roots = append(roots, corpus)
	} else if os.Getenv("STUDIOLINT_NO_SKIP") == "" {
		t.Log("STUDIOLINT_CORPUS names no corpus: the sample flows alone")
	}
	var list []string
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err == nil && e.Type().IsRegular() && e.Name() != "SOURCES.tsv" {
				abs, _ := filepath.Abs(path)
				list = append(list, abs)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return list
}

// linted is what lint finds in a file alone, by the rules of the options.
func linted(o Options, path string, text []byte) []*finding.Diagnostic {
	c := o.Check
	c.Root.Dir = filepath.Dir(path)
	if !o.NoConfig {
		c.Configs = config.NewFinder(lint.Data(c.Rules), c.Root, config.Options{})
	}
	result := lint.Run([]input.Candidate{input.FromBytes(filepath.Base(path), text)}, c)
	var list []*finding.Diagnostic
	for _, d := range result.Diagnostics {
		if d.Suppressed == nil {
			list = append(list, d)
		}
	}
	return list
}

// line is a finding in one line.
type line struct {
	Start, End position
	Severity   int
	Rule       string
	Message    string
}

// expected are the findings of lint, counted as the protocol does.
func expected(found []*finding.Diagnostic) []line {
	list := []line{}
	for _, d := range found {
		severity := map[finding.Severity]int{finding.Error: 1, finding.Warning: 2, finding.Note: 3}[d.Severity]
		list = append(list, line{
			position{d.Range.Start.Line - 1, d.Range.Start.Column - 1},
			position{d.Range.End.Line - 1, d.Range.End.Column - 1}, severity, d.Rule.ID, d.Message,
		})
	}
	return sorted(list)
}

func got(found []diagnostic) []line {
	list := []line{}
	for _, d := range found {
		list = append(list, line{d.Range.Start, d.Range.End, d.Severity, d.Code, d.Message})
	}
	return sorted(list)
}

func sorted(list []line) []line {
	slices.SortFunc(list, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.Start.Line, b.Start.Line), cmp.Compare(a.Start.Character, b.Start.Character),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return list
}

// The editor shows what lint prints.
func TestSameAsLint(t *testing.T) {
	o := testOptions()
	w := connect(t, o, nil, "")
	compared, findings := 0, 0
	for i, path := range flowFiles(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 100_000 && testing.Short() || bytes.HasPrefix(data, byteOrderMark) {
			continue // a client takes the mark away, and with it its finding
		}
		uri := uriOf(path)
		w.open(uri, i, string(data))
		have := got(w.shown(uri, i))
		want := expected(linted(o, path, data))
		if strings.ToValidUTF8(string(data), "?") != string(data) {
			continue // no message can hold it
		}
		if !ours(path, data) {
			want = []line{} // lint says that it is none of ours, the editor leaves it alone
		}
		if diff := gocmp.Diff(want, have); diff != "" {
			t.Errorf("%s (-lint +editor):\n%s", path, diff)
		}
		w.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uri}})
		compared++
		findings += len(have)
		w.forgetMessages()
	}
	t.Logf("%d files, %d findings", compared, findings)
	if compared < 15 || findings < 20 {
		t.Errorf("only %d files with %d findings were compared", compared, findings)
	}
	w.leave()
}

// ours reports whether a text holds something of Studio's, or seems to.
func ours(path string, data []byte) bool {
	o := testOptions()
	f, _ := input.Candidate{Path: path}.WithText(data).Load(o.Check.Root)
	return f != nil
}

// Findings are those of the newest text, and say of which; closing shows none.
func TestVersions(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	uri := uriOf(filepath.Join(t.TempDir(), "a b%20é.json"))
	good, bad := textFile(t, "flows/good/sms-order-bot.json"), ""
	bad = strings.Replace(good, `"next": "`, `"next": "lost_`, 1)
	if good == bad {
		t.Fatal("nothing to break")
	}
	w.open(uri, 1, good)
	if found := w.shown(uri, 1); len(found) > 0 {
		t.Errorf("%+v", found)
	}
	for v := 2; v < 40; v++ {
		w.change(uri, v, []string{good, bad}[v%2])
	}
	found := w.shown(uri, 39)
	if len(found) != 1 || found[0].Code != "dangling-transition" || found[0].Source != "studiolint" ||
		found[0].CodeDescription.Href != "https://example.com/#rule-dangling-transition" {
		t.Errorf("%+v", found)
	}
	last := 0
	w.mu.Lock()
	for _, m := range w.messages {
		var p publishParams
		if m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &p) == nil {
			if *p.Version < last {
				t.Errorf("version %d after %d", *p.Version, last)
			}
			last = *p.Version
			if want := *p.Version % 2; *p.Version > 1 && len(p.Diagnostics) != want {
				t.Errorf("version %d: %+v", *p.Version, p.Diagnostics)
			}
		}
	}
	w.mu.Unlock()
	w.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uri}})
	w.await("an empty list", func(m message) bool {
		return m.Method == "textDocument/publishDiagnostics" && strings.Contains(string(m.Params), `"diagnostics":[]`) && !strings.Contains(string(m.Params), `"version"`)
	})
	w.leave()
}
