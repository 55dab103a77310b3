package fix

import (
	"fmt"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// mend makes a fix as a run does.
func mend(title string, changes ...source.Edit) finding.Fix {
	f := source.Parse("rule", []byte("{}"))
	d := finding.New(&finding.Rule{ID: "x"}, f.Root(), "x")
	d.Fixes = []finding.Fix{{Title: title, Changes: changes}}
	d.Resolve()
	if len(d.Fixes) == 0 {
		return finding.Fix{Title: title}
	}
	return d.Fixes[0]
}

func TestApply(t *testing.T) {
	const text = `{"a": "one", "b": [1, 2, 3], "c": {"d": true}}`
	f := source.Parse("flow.json", []byte(text))
	at := func(pointer string) source.Node {
		n, ok := f.Root().Lookup(pointer)
		if !ok {
			t.Fatal(pointer)
		}
		return n
	}
	list := func(fixes ...finding.Fix) []finding.Fix { return fixes }
	tests := []struct {
		name  string
		fixes []finding.Fix
		want  string // a part of it
		left  string // the fixes that were not made, and what was in the way
	}{
		{"none", nil, "", ""},
		{"what changes nothing", list(finding.Fix{Title: "x"}), "", ""},
		{"in any order", list(mend("d", at("/c/d").SetValue(source.Truth(false))), mend("a", at("/a").SetText("two"))),
			`{"a": "two", "b": [1, 2, 3], "c": {"d": false}}`, ""},
		{"the first by place wins", list(mend("element", at("/b/1").SetValue(source.Integer(9))), mend("list", at("/b").SetValue(source.Nothing{}))),
			`"b": null`, "element: list"},
		{"the first given at one place", list(mend("p", at("/a").SetText("p")), mend("q", at("/a").SetText("q"))), `"a": "p"`, "q: p"},
		{"the same twice is made once", list(mend("p", at("/a").SetText("p")), mend("q", at("/a").SetText("p"))), `{"a": "p", "b"`, ""},
		{"the same put in twice", list(mend("p", at("/a").Part(3, 3).Replace("!")), mend("q", at("/a").Part(3, 3).Replace("!"))), `"one!"`, ""},
		{"two put in at one place", list(mend("p", at("/a").Part(3, 3).Replace("!")), mend("q", at("/a").Part(3, 3).Replace("?"))), `"one!"`, "q: p"},
		{"put in where another ends", list(mend("p", at("/b/2").Remove()), mend("q", at("/b").Insert(3, source.Integer(4)))), `"b": [1, 2]`, "q: p"},
		{"neighbours go together", list(mend("p", at("/b/1").Remove()), mend("q", at("/b/2").Remove())), `"b": [1]`, ""},
		{"wholly or not at all", list(mend("p", at("/a").SetText("p"), at("/c").SetValue(source.Integer(1))), mend("q", at("/b").SetValue(source.Integer(2)), at("/c/d").SetValue(source.Integer(3))), mend("r", at("/b/0").SetValue(source.Integer(4)))),
			`{"a": "p", "b": [4, 2, 3], "c": 1}`, "q: p"},
		{"what meets itself", list(mend("p", at("/b").SetValue(source.Integer(1)), at("/b/0").SetValue(source.Integer(2)))), "", "p: p"},
		{"one fix, two put in", list(mend("p", at("/a").Part(3, 3).Replace("1"), at("/a").Part(3, 3).Replace("2"))), `"one12"`, ""},
		{"one fix, put in and taken out", list(mend("p", at("/a").Part(0, 1).Replace("1"), at("/a").Part(0, 0).Replace("2"))), `"21ne"`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed, left := Apply(tt.fixes)
			got := ""
			if len(changed) > 0 {
				got = string(changed[0].Text)
				if again := source.Parse("", changed[0].Text); again.Syntax != nil {
					t.Errorf("no longer valid: %v", again.Syntax)
				}
			}
			if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			var names []string
			for _, c := range left {
				names = append(names, c.Fix.Title+": "+c.With.Title)
			}
			if s := strings.Join(names, ", "); s != tt.left {
				t.Errorf("left %q, want %q", s, tt.left)
			}
			if string(f.Bytes) != text {
				t.Error("the file itself was changed")
			}
		})
	}
}

// A fix may change several files, and then all of them or none.
func TestApplyAcrossFiles(t *testing.T) {
	a, b := source.Parse("a.json", []byte("[1]")), source.Parse("b.json", []byte("[2]"))
	changed, left := Apply([]finding.Fix{
		mend("both", b.Root().At(0).SetValue(source.Integer(3)), a.Root().At(0).SetValue(source.Integer(4))),
		mend("none", a.Root().At(0).SetValue(source.Integer(5)), b.Root().Insert(0, source.Integer(6))),
	})
	if len(changed) != 2 || string(changed[0].Text) != "[4]" || string(changed[1].Text) != "[3]" || len(left) != 1 {
		t.Errorf("%d changed, left %v", len(changed), left)
	}
}

// Thousands of fixes in one file, in the worst order, take no long time.
func TestApplyMany(t *testing.T) {
	const count = 20_000
	f := source.Parse("a.json", []byte("["+strings.Repeat("1,", count)+"1]"))
	var fixes []finding.Fix
	for i, n := range f.Root().Elements() {
		fixes = append(fixes, mend(fmt.Sprint(i), n.SetValue(source.Integer(2))))
	}
	for i := range len(fixes) / 2 {
		fixes[i], fixes[len(fixes)-1-i] = fixes[len(fixes)-1-i], fixes[i]
	}
	changed, left := Apply(fixes)
	if len(left) != 0 || strings.Count(string(changed[0].Text), "2") != count+1 {
		t.Errorf("%d left", len(left))
	}
}
