package lint

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/files"
)

// acceptAll writes a baseline of a run over the current folder.
func acceptAll(t *testing.T, path string, o Options) *accept.Baseline {
	t.Helper()
	b := accept.NewBaseline(files.Here(), path, "studiolint test", lintTree(t, o, ".").Diagnostics)
	if err := os.WriteFile(path, b.Encode(), 0o666); err != nil {
		t.Fatal(err)
	}
	return readBaseline(t, path)
}

func readBaseline(t *testing.T, path string) *accept.Baseline {
	t.Helper()
	b, err := accept.ReadBaseline(files.Here(), path, nil)
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

// A file whose name is not UTF-8 is found again, and its like with another name is not taken for it.
func TestBaselineNames(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("names of files are texts here")
	}
	bad, other := "flows/bad\xff\xfe.json", "flows/bad\xff\xfd.json"
	tree(t, file{bad, flowText("", "one=talk")}, file{"flows/a\uFFFD.json", flowText("", "one=talk")})
	o := Options{Rules: []*Rule{ruleTalk, ruleShout, ruleUnused}}
	acceptAll(t, "base.json", o)
	o.Baseline = readBaseline(t, "base.json")
	if got := counting(lintTree(t, o, ".")); got != "" {
		t.Errorf("what is accepted counts: %s", got)
	}
	if err := os.WriteFile(other, []byte(flowText("", "one=talk")), 0o666); err != nil {
		t.Fatal(err)
	}
	if got, want := counting(lintTree(t, o, ".")), other+` "one" may not talk`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	// A run that does not look at it keeps what is known of it; when it is gone, nothing is.
	for _, want := range []int{2, 1} {
		r := lintTree(t, o, "flows/a\uFFFD.json")
		if got := o.Baseline.Prune(r.Run, r.Diagnostics).Count(); got != want {
			t.Errorf("%d entries stay, not %d", got, want)
		}
		os.Remove(bad)
	}
}

func TestBaseline(t *testing.T) {
	tree(t,
		file{"flows/a.json", flowText("", "one=talk", "two=talk", "twin=shout", "twin=shout")},
		file{"flows/b.json", flowText("studiolint-ignore talk: known", "one=talk", "old=shout")},
	)
	rules := []*Rule{ruleTalk, ruleShout, ruleUnused}
	b := acceptAll(t, "base.json", Options{Rules: rules})
	if b.Count() != 5 || len(b.Findings) != 4 || b.Tool != "studiolint test" {
		t.Fatalf("%d accepted in %+v", b.Count(), b)
	}
	if got := counting(lintTree(t, Options{Rules: rules, Baseline: b}, ".")); got != "" {
		t.Errorf("what is accepted counts: %s", got)
	}
	// Accepting again accepts the same.
	again := accept.NewBaseline(files.Here(), "base.json", "studiolint test", lintTree(t, Options{Rules: rules, Baseline: b}, ".").Diagnostics)
	if diff := cmp.Diff(string(b.Encode()), string(again.Encode())); diff != "" {
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
	inside := acceptAll(t, "base.json", Options{Rules: rules})
	if inside.Findings[0].File != "a.json" {
		t.Errorf("%+v", inside.Findings[0])
	}
	if err := os.MkdirAll("deep/er", 0o777); err != nil {
		t.Fatal(err)
	}
	if outside := acceptAll(t, "deep/er/base.json", Options{Rules: rules}); outside.Findings[0].File != "../../a.json" {
		t.Errorf("%+v", outside.Findings[0])
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
		{"now ignored", func() { os.WriteFile(config.Name, []byte("ignore: [{rule: talk, files: b.json, reason: x}]"), 0o666) }, Options{}, []string{"."}, "a:across a:talk=2 a:shout b:across c:across c:talk"},
		{"alone now", func() { os.Remove("b.json"); os.Remove("c.json") }, Options{}, []string{"."}, "a:talk=2 a:shout"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tree(t, file{"a.json", flowText("", "one=talk", "one=talk", "two=shout")}, file{"b.json", flowText("", "one=talk")}, file{"c.json", flowText("", "one=talk")})
			b := acceptAll(t, "base.json", Options{Rules: rules})
			test.change()
			if test.options.Rules == nil {
				test.options.Rules = rules
			}
			r := lintTree(t, test.options, test.args...)
			pruned := b.Prune(r.Run, r.Diagnostics)
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
