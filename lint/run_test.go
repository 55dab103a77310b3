package lint

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// The rules of these tests find a word in the type of a widget, so that a flow
// says itself what is found in it.
var (
	ruleTalk  = wordRule("talk", finding.Warning)
	ruleShout = wordRule("shout", finding.Error)
	ruleStyle = wordRule("style", finding.Off)

	ruleText = &Rule{Rule: finding.Rule{ID: "text", Severity: finding.Note, Scope: finding.PerFile}, Check: func(p *Pass) {
		for _, d := range p.File.Source.Duplicates {
			p.Reportf(d.Lost.KeyPlace(), "%q stands there twice", d.Lost.Key())
		}
		if p.File.Source.Syntax != nil {
			p.Reportf(p.File.Source.Place(p.File.Source.Syntax.Span), "not JSON")
		}
	}}
	ruleKind = &Rule{Rule: finding.Rule{ID: "kind", Severity: finding.Note, Scope: finding.PerDocument}, Check: func(p *Pass) {
		if p.Document.Kind == input.FlowPage {
			p.Reportf(p.Document.Node.Opening(), "a page")
		}
	}}
	ruleAcross = &Rule{Rule: finding.Rule{ID: "across", Severity: finding.Warning, AcrossFiles: true}, Check: func(p *Pass) {
		if n := len(p.Project.Documents); n > 1 {
			p.Reportf(p.Flow.States.Opening(), "not alone").Identify()
		}
	}}
	rulePanic = &Rule{Rule: finding.Rule{ID: "panic", Severity: finding.Error}, Check: func(p *Pass) {
		for _, w := range p.Flow.Widgets {
			p.Reportf(w, "seen %s", w.Name)
			if strings.Contains(w.Type, "panic") {
				panic("on purpose")
			}
		}
	}}
	ruleFlood = &Rule{Rule: finding.Rule{ID: "flood", Severity: finding.Note}, Check: func(p *Pass) {
		for i := range maxFindings + 5 {
			p.Reportf(p.Flow.States.Opening(), "drop %d", i)
		}
	}}
	ruleUnused = &Rule{Rule: finding.Rule{ID: "unused-ignore", Severity: finding.Warning, Scope: finding.Last}, Check: func(p *Pass) {
		for _, v := range p.InVain {
			p.Reportf(v.At, "%s", v.Why).Identify(v.Args...)
		}
	}}

	testRules = []*Rule{ruleText, ruleKind, ruleTalk, ruleShout, ruleStyle, ruleAcross, ruleUnused}
)

func wordRule(word string, s finding.Severity) *Rule {
	return &Rule{Rule: finding.Rule{ID: word, Title: "Finds " + word, Severity: s}, Check: func(p *Pass) {
		for _, w := range p.Flow.Widgets {
			if strings.Contains(w.Type, word) {
				d := p.Reportf(w.TypeNode, "%q may not %s", w.Name, word)
				if strings.Contains(w.Type, "softly") {
					d.As(finding.Note)
				}
			}
		}
	}}
}

// flowText writes a definition; each widget is given as NAME=TYPE.
func flowText(description string, widgets ...string) string {
	var b strings.Builder
	quoted, err := json.Marshal(description)
	if err != nil {
		panic(err)
	}
	fmt.Fprintf(&b, "{\"description\": %s, \"initial_state\": \"Trigger\", \"flags\": {}, \"states\": [\n", quoted)
	for i, w := range widgets {
		name, typ, _ := strings.Cut(w, "=")
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"name": %q, "type": %q, "transitions": [], "properties": {}}`, name, typ)
	}
	b.WriteString("\n]}\n")
	return b.String()
}

// a file of a test: its name and its text.
type file struct{ name, text string }

func candidates(files ...file) []input.Candidate {
	var list []input.Candidate
	for _, f := range files {
		list = append(list, input.FromBytes(f.name, []byte(f.text)))
	}
	return list
}

// summary writes what a run found, one line each.
func summary(r *Result) string {
	var b strings.Builder
	for _, d := range r.Diagnostics {
		fmt.Fprintf(&b, "%s:%d:%d %s %s [%s]", d.File, d.Range.Start.Line, d.Range.Start.Column, d.Severity, d.Message, d.Rule.ID)
		if d.Widget != "" {
			fmt.Fprintf(&b, " in %s", d.Widget)
		}
		if s := d.Suppressed; s != nil {
			fmt.Fprintf(&b, " (%s: %s)", s.Kind, s.Reason)
		}
		b.WriteByte('\n')
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "problem: %v\n", p)
	}
	return b.String()
}

func expect(t *testing.T, r *Result, want string) {
	t.Helper()
	want = strings.TrimLeft(want, "\n")
	if diff := cmp.Diff(want, summary(r)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestScopes(t *testing.T) {
	page := `{"meta": {}, "flows": [` + flowText("", "a=talk") + `, ` + flowText("", "b=talk") + `]}`
	r := Run(candidates(
		file{"good.json", flowText("", "menu=quiet")},
		file{"bad.json", `{"states": [], "initial_state": 3, "initial_state": "x", "flags": }`},
		file{"page.json", page},
		file{"dup.json", `{"initial_state": "a", "states": [{"name": "a", "type": "x", "type": "talk"}]}`},
	), Options{Rules: []*Rule{ruleText, ruleKind, ruleTalk}})
	expect(t, r, `
bad.json:1:67 note not JSON [text]
page.json:1:1 note a page [kind]
page.json:2:23 warning "a" may not talk [talk] in a
page.json:5:23 warning "b" may not talk [talk] in b
dup.json:1:49 note "type" stands there twice [text] in a
dup.json:1:70 warning "a" may not talk [talk] in a
`)
	if r.Files != 4 || r.Flows != 4 || r.Skipped != 0 {
		t.Errorf("%d files, %d flows, %d skipped", r.Files, r.Flows, r.Skipped)
	}
}

func TestPanickingRule(t *testing.T) {
	r := Run(candidates(
		file{"a.json", flowText("", "one=talk", "two=panic")},
		file{"b.json", flowText("", "three=talk")},
	), Options{Rules: []*Rule{rulePanic, ruleTalk}})
	expect(t, r, `
a.json:2:25 warning "one" may not talk [talk] in one
b.json:2:10 error seen three [panic] in three
b.json:2:27 warning "three" may not talk [talk] in three
problem: internal error: the rule panic failed on a.json: on purpose; please report this
`)
	var internal *finding.InternalError
	if len(r.Problems) != 1 || !errors.As(r.Problems[0], &internal) || len(internal.Stack) == 0 {
		t.Errorf("%v is no internal error with a stack", r.Problems)
	}
}

func TestFlood(t *testing.T) {
	r := Run(candidates(file{"a.json", flowText("studiolint-ignore flood nobody: gone", "one=x")}), Options{Rules: []*Rule{ruleFlood, ruleUnused}})
	if len(r.Diagnostics) != maxFindings+1 {
		t.Fatalf("%d findings", len(r.Diagnostics))
	}
	if !slices.ContainsFunc(r.Diagnostics, func(d *finding.Diagnostic) bool {
		return strings.HasPrefix(d.Message, "5 more findings of this rule are not shown")
	}) {
		t.Error("nothing says that there are more")
	}
}

// What goes with a finding is worked out for those alone that are kept; all are counted.
func TestCostly(t *testing.T) {
	const more = 7
	var reports, witnesses atomic.Int64
	costly := &Rule{Rule: finding.Rule{ID: "costly", Severity: finding.Note}, Check: func(p *Pass) {
		for i := range maxFindings + more {
			p.Costly(func() {
				reports.Add(1)
				p.Reportf(p.Flow.States.Opening(), "this one %d", i)
			})
		}
	}}
	along := &Rule{Rule: finding.Rule{ID: "along", Severity: finding.Note}, Check: func(p *Pass) {
		for i := range maxFindings + more {
			p.Reportf(p.Flow.States.Opening(), "that one %d", i).Along(func() []finding.Step {
				witnesses.Add(1)
				return []finding.Step{{Widget: "one"}}
			})
		}
	}}
	r := Run(candidates(file{"a.json", flowText("", "one=x")}), Options{Rules: []*Rule{costly, along}})
	if reports.Load() != maxFindings || witnesses.Load() != maxFindings {
		t.Errorf("%d reports, %d witnesses", reports.Load(), witnesses.Load())
	}
	told := 0
	for _, d := range r.Diagnostics {
		switch {
		case strings.HasPrefix(d.Message, fmt.Sprintf("%d more findings", more)):
			told++
		case d.Rule.ID == "along" && len(d.Path) != 1:
			t.Fatal("a finding has lost its path")
		}
	}
	if told != 2 {
		t.Errorf("%d rules say that there are more", told)
	}
}

func TestJobs(t *testing.T) {
	var files []file
	for i := range 40 {
		text := flowText("studiolint-ignore shout: tired", "a=talk", "b=shout", "c=panic")
		if i%3 == 0 {
			text = `{"states": [`
		}
		files = append(files, file{fmt.Sprintf("%02d.json", (i*7)%40), text})
	}
	rules := append(slices.Clone(testRules), rulePanic)
	want := summary(Run(candidates(files...), Options{Rules: rules, Jobs: 1}))
	if strings.Count(want, "\n") < 100 {
		t.Fatal(want)
	}
	for _, jobs := range []int{0, 2, 7, 100} {
		if diff := cmp.Diff(want, summary(Run(candidates(files...), Options{Rules: rules, Jobs: jobs}))); diff != "" {
			t.Errorf("%d jobs: %s", jobs, diff)
		}
	}
}

func TestSeverity(t *testing.T) {
	t.Chdir(t.TempDir())
	text := flowText("", "a=talk", "b=talk softly", "c=style", "d=style softly")
	none := "talk=warning talk=note"
	for _, test := range []struct {
		name, config string
		options      Options
		want         string
	}{
		{"defaults", "", Options{}, none},
		{"configured", "rules: {talk: error, style: note}", Options{}, "talk=error talk=error style=note style=note"},
		{"configured off", "rules: {talk: off}", Options{}, ""},
		{"command line over configuration", "rules: {talk: off, style: error}", Options{Severity: map[string]finding.Severity{"talk": finding.Error, "style": finding.Off}}, "talk=error talk=error"},
		{"only", "", Options{Only: []string{"talk"}}, none},
		{"only over off", "rules: {talk: off}", Options{Only: []string{"talk"}}, none},
		{"only keeps the severity set", "rules: {talk: error}", Options{Only: []string{"talk"}}, "talk=error talk=error"},
		{"only a rule that is off by itself", "", Options{Only: []string{"style"}}, "style=warning style=note"},
		{"only a rule that is off twice", "rules: {style: off}", Options{Only: []string{"style"}}, "style=warning style=note"},
		{"only with a severity", "", Options{Only: []string{"style"}, Severity: map[string]finding.Severity{"style": finding.Error}}, "style=error style=error"},
		{"only over an override", "overrides: [{files: a.json, rules: {talk: off}}]", Options{Only: []string{"talk"}}, none},
		{"disable", "rules: {talk: error}", Options{Disable: []string{"talk"}, Severity: map[string]finding.Severity{"talk": finding.Error}}, ""},
		{"disable over only", "", Options{Only: []string{"talk", "style"}, Disable: []string{"talk"}}, "style=warning style=note"},
		{"override", "rules: {talk: error}\noverrides: [{files: a.json, rules: {talk: note}}]", Options{}, "talk=note talk=note"},
		{"later override", "overrides: [{files: a.json, rules: {talk: note, style: note}}, {files: '*.json', rules: {talk: error}}, {files: b.json, rules: {talk: off}}]", Options{}, "talk=error talk=error style=note style=note"},
		{"override of other files", "overrides: [{files: b.json, rules: {talk: off}}]", Options{}, none},
	} {
		t.Run(test.name, func(t *testing.T) {
			if err := os.WriteFile(config.Name, []byte(test.config), 0o666); err != nil {
				t.Fatal(err)
			}
			o := test.options
			o.Rules = testRules
			o.Configs = config.NewFinder(Data(testRules), files.Here(), config.Options{})
			var got []string
			for _, d := range Run(candidates(file{"a.json", text}), o).Diagnostics {
				got = append(got, d.Rule.ID+"="+d.Severity.String())
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("got %s, want %s", s, test.want)
			}
		})
	}
}

func TestBadConfigurations(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"bad/.studiolint.yaml":      "rules: {x: off}\nexclude: 1",
		"bad/a.json":                flowText("", "a=talk"),
		"bad/sub/b.json":            flowText("", "b=talk"),
		"good/.studiolint.yaml":     "rules: {talk: error}",
		"good/c.json":               flowText("", "c=talk"),
		"good/own/d.json":           flowText("", "d=talk"),
		"good/own/.studiolint.yaml": "",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	found, problems := input.Find([]string{"."}, input.FindOptions{Root: files.Here()})
	if len(found) != 4 || len(problems) > 0 {
		t.Fatal(found, problems)
	}
	expect(t, Run(found, Options{Root: files.Here(), Rules: testRules[:4], Configs: config.NewFinder(Data(testRules), files.Here(), config.Options{})}), `
good/c.json:2:23 error "c" may not talk [talk] in c
good/own/d.json:2:23 warning "d" may not talk [talk] in d
problem: bad/.studiolint.yaml:1:9: there is no rule "x"; "studiolint rules" lists them
problem: bad/.studiolint.yaml:2:10: a list is expected here, not a number
`)
}

func TestFingerprints(t *testing.T) {
	rule := &Rule{Rule: finding.Rule{ID: "r", Severity: finding.Note}, Check: func(p *Pass) {
		for _, w := range p.Flow.Widgets {
			p.Reportf(w.Property("body"), "body of %s", w.Type)
			for _, tr := range w.Transitions {
				p.Reportf(tr, "on %s", tr.Event)
			}
			if inner := w.Property("json"); inner.IsString() {
				p.Reportf(inner.Parse().Root().Get("k"), "inside")
			}
		}
	}}
	prints := func(text string) map[string]string {
		t.Helper()
		m := map[string]string{}
		r := Run(candidates(file{"a.json", text}), Options{Rules: []*Rule{rule}})
		for _, d := range r.Diagnostics {
			name := d.Widget + " " + d.Message
			for m[name] != "" {
				name += "+"
			}
			m[name] = d.Fingerprint()
		}
		if len(r.Problems) > 0 || len(m) == 0 {
			t.Fatal(r.Problems, m)
		}
		return m
	}
	const (
		one   = `{"name": "one", "type": "x", "properties": {"body": "hi", "json": "{\"k\": 1}"}, "transitions": [{"event": "sent"}, {"event": "match", "next": "two"}, {"event": "match"}]}`
		two   = `{"name": "two", "type": "x", "properties": {"body": "hi", "json": "{\"k\": 1}"}, "transitions": [{"event": "sent"}]}`
		three = `{"name": "three", "type": "x", "properties": {"body": "new"}, "transitions": []}`
		head  = `{"description": "", "initial_state": "one", "states": [`
	)
	want := prints(head + one + "," + two + "]}")
	if want["one inside"] == "" || want["two inside"] == "" {
		t.Errorf("what is found in a string belongs to no widget: %v", want)
	}
	seen := map[string]string{}
	for name, p := range want {
		if other, taken := seen[p]; taken {
			t.Errorf("%q and %q have one fingerprint", name, other)
		}
		seen[p] = name
	}
	for name, text := range map[string]string{
		"moved widgets": head + two + "," + one + "]}",
		"a new widget":  head + three + "," + one + "," + two + "]}",
		"new lines":     strings.ReplaceAll(head+one+"\n\n,\r\n\t"+two+"]}", ", ", ",\n   "),
		"more members":  `{"flags": {"allow_concurrent_calls": true}, ` + strings.ReplaceAll(head+one+","+two+"]}", `"type"`, `"offset": {}, "type"`)[1:],
	} {
		got := prints(text)
		for finding, p := range want {
			if got[finding] != p {
				t.Errorf("%s: %q is not known again", name, finding)
			}
		}
	}
	if changed := prints(head + strings.ReplaceAll(one, `"x"`, `"y"`) + "]}"); seen[changed["one body of y"]] != "" {
		t.Error("another message, but the same fingerprint")
	}
	request := func(definition string) string {
		quoted, err := json.Marshal(definition)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf(`{"FriendlyName": "x", "Status": "draft", "Definition": %s}`, quoted)
	}
	inString := prints(request(head + one + "," + two + "]}"))
	for finding, p := range prints(request(head + "\n" + two + "," + one + "]}")) {
		if inString[finding] != p {
			t.Errorf("in a string: %q is not known again", finding)
		}
	}
}

var today = time.Date(2026, 6, 15, 23, 0, 0, 0, time.UTC)
