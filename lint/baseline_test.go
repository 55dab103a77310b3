package lint

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// accept writes a baseline of a run over the current folder.
func accept(t *testing.T, path string, o Options) *Baseline {
	t.Helper()
	if err := NewBaseline(path, "studiolint test", lintTree(t, o, ".")).Write(path); err != nil {
		t.Fatal(err)
	}
	return readBaseline(t, path)
}

func readBaseline(t *testing.T, path string) *Baseline {
	t.Helper()
	b, err := ReadBaseline(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// counting lists the findings that count.
func counting(r *Result) string {
	var list []string
	for _, d := range r.Diagnostics {
		if d.Suppressed == nil {
			list = append(list, d.File+" "+d.Message)
		}
	}
	return strings.Join(list, "\n")
}

func TestBaseline(t *testing.T) {
	tree(t,
		file{"flows/a.json", flowText("", "one=talk", "two=talk", "twin=shout", "twin=shout")},
		file{"flows/b.json", flowText("studiolint-ignore talk: known", "one=talk", "old=shout")},
	)
	rules := []*Rule{ruleTalk, ruleShout, ruleUnused}
	b := accept(t, "base.json", Options{Rules: rules})
	if b.Count() != 5 || len(b.Findings) != 4 || b.Tool != "studiolint test" {
		t.Fatalf("%d accepted in %+v", b.Count(), b)
	}
	if got := counting(lintTree(t, Options{Rules: rules, Baseline: b}, ".")); got != "" {
		t.Errorf("what is accepted counts: %s", got)
	}
	// Accepting again accepts the same.
	again := NewBaseline("base.json", "studiolint test", lintTree(t, Options{Rules: rules, Baseline: b}, "."))
	if diff := cmp.Diff(string(b.encode()), string(again.encode())); diff != "" {
		t.Error(diff)
	}

	// Lines and widgets move; one finding is new, one is mended, one more is like two that are accepted.
	moved := "\n\n" + flowText("", "twin=shout", "three=talk", "twin=shout", "two=quiet", "one=talk", "twin=shout")
	if err := os.WriteFile("flows/a.json", []byte(moved), 0o666); err != nil {
		t.Fatal(err)
	}
	want := `flows/a.json "three" may not talk` + "\n" + `flows/a.json "twin" may not shout`
	r := lintTree(t, Options{Rules: rules, Baseline: b}, ".")
	if got := counting(r); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, d := range r.Diagnostics {
		if s := d.Suppressed; s != nil && s.Kind != "baseline" && s.Kind != "directive" || s != nil && s.Reason == "" {
			t.Errorf("%s: %+v", d.Message, s)
		}
	}
	// From another working directory the same.
	t.Chdir("flows")
	if got := counting(lintTree(t, Options{Rules: rules, Baseline: readBaseline(t, "../base.json")}, ".")); got != strings.ReplaceAll(want, "flows/", "") {
		t.Errorf("from within: %s", got)
	}
	// A baseline beside the flows names them without their folder.
	inside := accept(t, "base.json", Options{Rules: rules})
	if inside.Findings[0].File != "a.json" {
		t.Errorf("%+v", inside.Findings[0])
	}
	if err := os.MkdirAll("deep/er", 0o777); err != nil {
		t.Fatal(err)
	}
	if outside := accept(t, "deep/er/base.json", Options{Rules: rules}); outside.Findings[0].File != "../../a.json" {
		t.Errorf("%+v", outside.Findings[0])
	}
}

func TestBaselineForm(t *testing.T) {
	b := &Baseline{Tool: "studiolint 1 <\"é\">", Findings: []Accepted{
		{File: "b.json", Rule: "talk", Fingerprint: "2", Count: 1},
		{File: "a.json", Rule: "talk", Widget: "two", Message: "m <&> \n \x1b é", Fingerprint: "1", Count: 3},
		{File: "a.json", Rule: "shout", Fingerprint: "9", Count: 1},
	}}
	const want = `{"version": 1, "tool": "studiolint 1 <\"é\">", "findings": [
{"file":"a.json","rule":"shout","fingerprint":"9","count":1},
{"file":"a.json","rule":"talk","widget":"two","message":"m <&> \n \u001b é","fingerprint":"1","count":3},
{"file":"b.json","rule":"talk","fingerprint":"2","count":1}
]}
`
	if diff := cmp.Diff(want, string(b.encode())); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, b := range []*Baseline{b, {}} {
		text := b.encode()
		if !json.Valid(text) {
			t.Errorf("not JSON: %s", text)
		}
		back, err := parseBaseline("b", text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(text), string(back.encode())); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMergedBaseline(t *testing.T) {
	const head = `{"version": 1, "tool": "x", "findings": [` + "\n"
	one := `{"file":"a","rule":"r","message":"}, ]","fingerprint":"1","count":1}`
	more := strings.Replace(one, `"count":1`, `"count":3`, 1)
	two := strings.Replace(one, `"fingerprint":"1"`, `"fingerprint":"2"`, 1)
	for name, text := range map[string]string{
		"twice":            head + one + ",\n" + more + ",\n" + two + ",\n" + one + "\n]}",
		"a comma missing":  head + more + "\n" + two + "\n]}",
		"a comma too many": head + more + ",\n" + two + ",\n]}",
		"both, CRLF":       strings.ReplaceAll(head+one+"\n"+more+"\n"+two+",\n]}\n", "\n", "\r\n"),
		"formatted anew":   "{\"findings\": [\n\n  " + strings.ReplaceAll(more, `,"`, ",\n  \"") + ", " + two + "], \"version\": 1.0}",
	} {
		b, err := parseBaseline("b", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(b.Findings) != 2 || b.Findings[0].Count != 3 || b.Findings[1].Count != 1 {
			t.Errorf("%s: %+v", name, b.Findings)
		}
	}
}

func TestBaselineErrors(t *testing.T) {
	const anew = `write it anew with "studiolint baseline"`
	finding := func(s string) string {
		return "{\"version\": 1, \"findings\": [\n" + s + "\n]}"
	}
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", `b:1:1: this is no baseline: the file is empty; ` + anew},
		{"not JSON", "{\"version\": 1,\n \"findings\": [}", `b:2:15: this is no baseline: `},
		{"cut off", "{\"version\": 1, \"findings\": [\n{\"file\":", `b:2:1: this is no baseline: `},
		{"a conflict", finding("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other"), `b:2:1: a conflict of a merge stands here; keep the findings of both sides and remove its marks, or ` + anew},
		{"another file", `{"states": []}`, `b:1:1: this is no baseline: it has no "version" and no "findings"; ` + anew},
		{"a list", `[]`, `b:1:1: this is no baseline: it has no "version" and no "findings"; ` + anew},
		{"no version", `{"findings": []}`, `b:1:1: the version of this baseline is not one that is known (known is 1); ` + anew},
		{"older", `{"version": 0, "findings": []}`, `b:1:13: the version of this baseline is not one that is known (known is 1); ` + anew},
		{"a version in quotes", `{"version": "1", "findings": []}`, `b:1:13: the version of this baseline is not one that is known (known is 1); ` + anew},
		{"newer", `{"version": 2, "results": {}}`, `b:1:13: this baseline was written by a newer studiolint (version 2, known is 1); update studiolint, or ` + anew},
		{"no findings", `{"version": 1}`, `b:1:1: "findings" is not a list; ` + anew},
		{"findings of another type", `{"version": 1, "findings": {}}`, `b:1:28: "findings" is not a list; ` + anew},
		{"a finding of another type", finding("3"), `b:2:1: a finding is expected here; ` + anew},
		{"no fingerprint", finding(`{"file":"a","rule":"r","count":1}`), `b:2:1: this finding needs the texts "file", "rule" and "fingerprint"; remove it, or ` + anew},
		{"no count", finding(`{"file":"a","rule":"r","fingerprint":"1"}`), `b:2:1: this finding needs a "count" from 1 on; mend it, or ` + anew},
		{"a bad count", finding(`{"file":"a","rule":"r","fingerprint":"1","count":-1}`), `b:2:1: this finding needs a "count" from 1 on; mend it, or ` + anew},
		{"a huge count", finding(`{"file":"a","rule":"r","fingerprint":"1","count":1e99}`), `b:2:1: this finding needs a "count" from 1 on; mend it, or ` + anew},
	} {
		_, err := parseBaseline("b", []byte(test.text))
		var wrong *ConfigError
		if !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), test.want) || !strings.HasSuffix(err.Error(), anew) {
			t.Errorf("%s: got %v\nwant %s", test.name, err, test.want)
		}
	}
	if _, err := ReadBaseline(filepath.Join(t.TempDir(), "missing.json")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := ReadBaseline(t.TempDir()); err == nil {
		t.Error("a folder is no baseline")
	}
}

func TestWriteBaseline(t *testing.T) {
	t.Chdir(t.TempDir())
	names := func() []string {
		var list []string
		entries, err := os.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			list = append(list, e.Name())
		}
		return list
	}
	old := &Baseline{Tool: "old"}
	if err := old.Write("b.json"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod("b.json", 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b.json", "link.json"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("folder", 0o777); err != nil {
		t.Fatal(err)
	}
	before := names()
	for _, path := range []string{"folder", "missing/b.json", "b.json/c.json"} {
		if err := old.Write(path); err == nil || !strings.HasPrefix(err.Error(), "write baseline: ") {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := (&Baseline{Tool: "new"}).Write("link.json"); err != nil {
		t.Fatal(err)
	}
	if b := readBaseline(t, "b.json"); b.Tool != "new" {
		t.Errorf("the link was not followed: %s", b.Tool)
	}
	if info, err := os.Stat("b.json"); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v now", info.Mode())
	}
	if info, err := os.Lstat("link.json"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is none any more")
	}
	if after := names(); !slices.Equal(before, after) {
		t.Errorf("left behind: %v", after)
	}
}

// What cannot be written in a folder leaves the old baseline as it was.
func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	t.Chdir(t.TempDir())
	if err := (&Baseline{Tool: "old"}).Write("b.json"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(".", 0o555); err != nil {
		t.Fatal(err)
	}
	if err := (&Baseline{Tool: "new"}).Write("b.json"); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
	if b := readBaseline(t, "b.json"); b.Tool != "old" {
		t.Error("the old baseline is lost")
	}
}

func TestPrune(t *testing.T) {
	rules := append([]*Rule{rulePanic}, testRules...)
	for _, test := range []struct {
		name    string
		change  func()
		options Options
		args    []string
		want    string
	}{
		{"nothing changed", func() {}, Options{}, []string{"."}, "a:across a:talk=2 a:shout b:across b:talk c:across c:talk"},
		{"one of two mended", func() { rewrite(t, "a.json", "one=talk", "one=quiet", "two=shout") }, Options{}, []string{"."}, "a:across a:talk a:shout b:across b:talk c:across c:talk"},
		{"all mended", func() { rewrite(t, "a.json", "one=quiet") }, Options{}, []string{"."}, "a:across b:across b:talk c:across c:talk"},
		{"new findings are not accepted", func() { rewrite(t, "b.json", "one=talk", "one=talk", "new=talk") }, Options{}, []string{"."}, "a:across a:talk=2 a:shout b:across b:talk c:across c:talk"},
		{"only one file was looked at", func() { rewrite(t, "a.json", "x=quiet"); rewrite(t, "b.json", "x=quiet") }, Options{}, []string{"b.json"}, "a:across a:talk=2 a:shout b:across c:across c:talk"},
		{"a rule was left out", func() { rewrite(t, "a.json", "x=quiet") }, Options{Disable: []string{"talk"}}, []string{"."}, "a:across a:talk=2 b:across b:talk c:across c:talk"},
		{"a rule is gone", func() {}, Options{Rules: []*Rule{ruleTalk, ruleAcross}}, []string{"."}, "a:across a:talk=2 b:across b:talk c:across c:talk"},
		{"a file is gone", func() { os.Remove("c.json") }, Options{}, []string{"."}, "a:across a:talk=2 a:shout b:across b:talk"},
		{"a file is broken", func() { os.WriteFile("b.json", []byte(`{"states": [{"type": "x", "transitions": [`), 0o666) }, Options{}, []string{"."}, "a:across a:talk=2 a:shout b:across b:talk c:across c:talk"},
		{"now ignored", func() { os.WriteFile(ConfigName, []byte("ignore: [{rule: talk, files: b.json, reason: x}]"), 0o666) }, Options{}, []string{"."}, "a:across a:talk=2 a:shout b:across c:across c:talk"},
		{"alone now", func() { os.Remove("b.json"); os.Remove("c.json") }, Options{}, []string{"."}, "a:talk=2 a:shout"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tree(t, file{"a.json", flowText("", "one=talk", "one=talk", "two=shout")}, file{"b.json", flowText("", "one=talk")}, file{"c.json", flowText("", "one=talk")})
			b := accept(t, "base.json", Options{Rules: rules})
			test.change()
			if test.options.Rules == nil {
				test.options.Rules = rules
			}
			pruned := b.Prune(lintTree(t, test.options, test.args...))
			var got []string
			for _, a := range pruned.Findings {
				s := strings.TrimSuffix(a.File, ".json") + ":" + a.Rule
				if a.Count > 1 {
					s += "=" + string(rune('0'+a.Count))
				}
				if a.Rule != "panic" {
					got = append(got, s)
				}
			}
			want := strings.Fields(test.want)
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func rewrite(t *testing.T, name string, widgets ...string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(flowText("", widgets...)), 0o666); err != nil {
		t.Fatal(err)
	}
}

func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"version": 1, "tool": "x", "findings": [` + "\n" + `{"file":"a","rule":"r","fingerprint":"1","count":1}` + "\n]}"))
	f.Add([]byte("<<<<<<< x\n{\"version\": 2}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := parseBaseline("b", data)
		if err != nil {
			var wrong *ConfigError
			if !errors.As(err, &wrong) || wrong.Line < 1 {
				t.Fatalf("%#v", err)
			}
			return
		}
		again, err := parseBaseline("b", b.encode())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(b.encode()), string(again.encode())); diff != "" {
			t.Fatal(diff)
		}
	})
}
