package lint

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
)

// tree writes files into a new current folder.
func tree(t *testing.T, files ...file) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.name, []byte(f.text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// lintTree runs the test rules over arguments as the command does.
func lintTree(t *testing.T, o Options, args ...string) *Result {
	t.Helper()
	if o.Rules == nil {
		o.Rules = testRules
	}
	if o.Configs == nil {
		o.Configs = config.NewFinder(Data(o.Rules), files.Here(), config.Options{})
	}
	o.Today = today
	o.Root = files.Here()
	o.Covered = args
	found, problems := input.Find(args, input.FindOptions{Root: o.Root, Exclude: o.Configs.Excluded, SkipOther: true})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return Run(found, o)
}

func TestIgnoreEntries(t *testing.T) {
	tree(t,
		file{config.Name, `
ignore:
  - {rule: talk, files: a.json, widgets: [one, "t*"], reason: agreed}
  - {rule: shout, reason: we shout, until: 2026-06-15}
  - {rule: talk, files: sub/**, reason: old, until: 2026-06-14}
  - {rule: text, files: b.json, reason: generated}
`},
		file{"a.json", flowText("", "one=talk", "two=talk", "four=talk", "five=shout")},
		file{"b.json", strings.Replace(flowText("", "six=shout"), "{", `{"states": 1, `, 1)},
		file{"sub/c.json", flowText("", "seven=talk")},
	)
	expect(t, lintTree(t, Options{}, "."), `
a.json:1:72 warning not alone [across]
a.json:2:25 warning "one" may not talk [talk] in one (ignore: agreed)
a.json:3:25 warning "two" may not talk [talk] in two (ignore: agreed)
a.json:4:26 warning "four" may not talk [talk] in four
a.json:5:26 error "five" may not shout [shout] in five (ignore: we shout)
b.json:1:2 note "states" stands there twice [text] (ignore: generated)
b.json:1:85 warning not alone [across]
b.json:2:25 error "six" may not shout [shout] in six (ignore: we shout)
sub/c.json:1:72 warning not alone [across]
sub/c.json:2:27 warning "seven" may not talk [talk] in seven
.studiolint.yaml:5:5 warning this entry ended on 2026-06-14, and what it accepted counts again; mend that and remove the entry, or set a later day [unused-ignore]
`)
}

func TestDirectives(t *testing.T) {
	for _, test := range []struct{ name, description, want string }{
		{"one widget", "studiolint-ignore talk one: agreed", `
			2:25 warning "one" may not talk [talk] in one (directive: agreed)
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"whole flow", "studiolint-ignore talk: agreed", `
			2:25 warning "one" may not talk [talk] in one (directive: agreed)
			3:25 warning "two" may not talk [talk] in two (directive: agreed)
			4:27 error "three" may not shout [shout] in three`},
		{"star", "Our IVR.\nstudiolint-ignore talk *: agreed: really; yes", `
			2:25 warning "one" may not talk [talk] in one (directive: agreed: really; yes)
			3:25 warning "two" may not talk [talk] in two (directive: agreed: really; yes)
			4:27 error "three" may not shout [shout] in three`},
		{"several", "studiolint-ignore talk o*: a; studiolint-ignore shout \"three\": b ;\r\n - studiolint-ignore talk two: c", `
			2:25 warning "one" may not talk [talk] in one (directive: a)
			3:25 warning "two" may not talk [talk] in two (directive: c)
			4:27 error "three" may not shout [shout] in three (directive: b)`},
		{"in prose", "Menu. studiolint-ignore talk one: agreed", `
			2:25 warning "one" may not talk [talk] in one (directive: agreed)
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"about directives", "Uses studiolint-ignore directives, see studiolint-ignored and my-studiolint-ignore talk: x", `
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"no reason", "studiolint-ignore talk one", `
			1:18 warning this directive gives no reason, so it does not count; write "studiolint-ignore RULE WIDGET: reason" [unused-ignore]
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"empty reason", "é\nstudiolint-ignore talk one: ; studiolint-ignore talk two:\nx", `
			1:21 warning this directive gives no reason, so it does not count; write "studiolint-ignore RULE WIDGET: reason" [unused-ignore]
			1:51 warning this directive gives no reason, so it does not count; write "studiolint-ignore RULE WIDGET: reason" [unused-ignore]
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"no rule", "studiolint-ignore: x", `
			1:18 warning this directive names no rule, so it does not count; write "studiolint-ignore RULE WIDGET: reason" [unused-ignore]
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"unknown rule", "studiolint-ignore tlak one: x", `
			1:18 warning this directive does not count, since there is no rule "tlak"; did you mean "talk"? [unused-ignore]
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"in vain", "studiolint-ignore talk three: x;studiolint-ignore shout tree: y;studiolint-ignore style: z", `
			1:18 warning this directive accepts nothing: talk finds nothing there any more; remove the directive [unused-ignore]
			1:50 warning this directive accepts nothing: the flow has no widget "tree"; did you mean "three"? [unused-ignore]
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"in vain, and accepted", "studiolint-ignore talk three: x\nstudiolint-ignore unused-ignore: later", `
			1:18 warning this directive accepts nothing: talk finds nothing there any more; remove the directive [unused-ignore] (directive: later)
			2:25 warning "one" may not talk [talk] in one
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
		{"in vain about what is in vain", "studiolint-ignore talk one: x\nstudiolint-ignore unused-ignore: later", `
			1:49 warning this directive accepts nothing: unused-ignore finds nothing there any more; remove the directive [unused-ignore]
			2:25 warning "one" may not talk [talk] in one (directive: x)
			3:25 warning "two" may not talk [talk] in two
			4:27 error "three" may not shout [shout] in three`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var want strings.Builder
			for line := range strings.SplitSeq(strings.TrimSpace(test.want), "\n") {
				fmt.Fprintf(&want, "a.json:%s\n", strings.TrimSpace(line))
			}
			text := flowText(test.description, "one=talk", "two=talk", "three=shout")
			r := Run(candidates(file{"a.json", text}), Options{Rules: testRules, Today: today})
			expect(t, r, want.String())
		})
	}
}

// A directive accepts findings of its own flow only, and of the file's text when
// the file holds nothing else.
func TestDirectivesOfSeveralFlows(t *testing.T) {
	flow := flowText("studiolint-ignore talk: a; studiolint-ignore text: b", "one=talk", "two=talk")
	flow = strings.Replace(flow, "{", `{"flags": 1, `, 1)
	expect(t, Run(candidates(file{"a.json", flow}), Options{Rules: testRules}), `
a.json:1:2 note "flags" stands there twice [text] (directive: b)
a.json:2:25 warning "one" may not talk [talk] in one (directive: a)
a.json:3:25 warning "two" may not talk [talk] in two (directive: a)
`)
	list := `{"meta": {}, "meta": {}, "flows": [` + flow + "," + flowText("", "one=talk") + "]}"
	expect(t, Run(candidates(file{"a.json", list}), Options{Rules: []*Rule{ruleText, ruleTalk, ruleUnused}}), `
a.json:1:2 note "meta" stands there twice [text]
a.json:1:37 note "flags" stands there twice [text] (directive: b)
a.json:2:25 warning "one" may not talk [talk] in one (directive: a)
a.json:3:25 warning "two" may not talk [talk] in two (directive: a)
a.json:6:25 warning "one" may not talk [talk] in one
`)
	quoted := fmt.Sprintf("{\"FriendlyName\": \"x\", \"Status\": \"draft\",\n \"Definition\": %q}", flowText(`studiolint-ignore talk one`, "one=talk"))
	expect(t, Run(candidates(file{"a.json", quoted}), Options{Rules: testRules}), `
a.json:2:37 warning this directive gives no reason, so it does not count; write "studiolint-ignore RULE WIDGET: reason" [unused-ignore]
a.json:2:159 warning "one" may not talk [talk] in one
`)
}

func TestManyDirectives(t *testing.T) {
	text := flowText(strings.Repeat("studiolint-ignore talk: x\n", 1000+100), "one=talk")
	r := Run(candidates(file{"a.json", text}), Options{Rules: testRules})
	expect(t, r, fmt.Sprintf(`
a.json:1:%d warning a flow has at most 1000 directives; this one and those after it do not count [unused-ignore]
a.json:2:25 warning "one" may not talk [talk] in one (directive: x)
`, 18+27*1000))
}

// TestUnusedEntries is about what a run can know: a hook that looks at some files
// must not call an entry useless that serves another file.
func TestUnusedEntries(t *testing.T) {
	flow := flowText("", "one=talk")
	quiet := flowText("", "one=quiet")
	for _, test := range []struct {
		name, entry string
		args        []string
		options     Options
		want        string
	}{
		{"any file, whole folder", "{rule: shout, reason: x}", []string{"."}, Options{}, "nothing there"},
		{"any file, several folders that are not all", "{rule: shout, reason: x}", []string{"flows", "more"}, Options{}, ""},
		{"any file, one file", "{rule: shout, reason: x}", []string{"flows/a.json"}, Options{}, ""},
		{"any file, all files by name", "{rule: shout, reason: x}", []string{"flows/a.json", "flows/b.json", "more/a.json"}, Options{}, ""},
		{"used", "{rule: talk, reason: x}", []string{"."}, Options{}, ""},
		{"used elsewhere", "{rule: talk, reason: x}", []string{"flows/b.json"}, Options{}, ""},
		{"used by another widget", "{rule: talk, widgets: two, reason: x}", []string{"."}, Options{}, "nothing there"},
		{"a pattern, its folder", "{rule: shout, files: flows/*.json, reason: x}", []string{"flows"}, Options{}, "nothing there"},
		{"a pattern, another folder", "{rule: shout, files: flows/*.json, reason: x}", []string{"more"}, Options{}, ""},
		{"a pattern, one of its files", "{rule: talk, files: flows/*.json, reason: x}", []string{"flows/b.json"}, Options{}, ""},
		{"a name at any depth, one folder", "{rule: shout, files: a.json, reason: x}", []string{"flows"}, Options{}, ""},
		{"a name at any depth, all", "{rule: shout, files: a.json, reason: x}", []string{"."}, Options{}, "nothing there"},
		{"one file, by name", "{rule: shout, files: flows/a.json, reason: x}", []string{"flows/a.json"}, Options{}, "nothing there"},
		{"one file, another by name", "{rule: shout, files: flows/a.json, reason: x}", []string{"flows/b.json"}, Options{}, ""},
		{"two files, one by name", "{rule: shout, files: [flows/a.json, flows/b.json], reason: x}", []string{"flows/b.json"}, Options{}, ""},
		{"two files, both by name", "{rule: shout, files: [flows/a.json, flows/b.json], reason: x}", []string{"flows/b.json", "flows/a.json"}, Options{}, "nothing there"},
		{"a file that is gone", "{rule: talk, files: flows/gone.json, reason: x}", []string{"."}, Options{}, `there is no "flows/gone.json"`},
		{"a file that is gone, a hook", "{rule: talk, files: flows/gone.json, reason: x}", []string{"flows/a.json"}, Options{}, ""},
		{"a file that is no flow", "{rule: talk, files: flows/other.json, reason: x}", []string{"."}, Options{}, ""},
		{"a pattern for nothing", "{rule: talk, files: 'generated/*.json', reason: x}", []string{"."}, Options{}, ""},
		{"a rule left out", "{rule: shout, reason: x}", []string{"."}, Options{Only: []string{"talk", ruleUnused.ID}}, ""},
		{"a rule disabled", "{rule: shout, reason: x}", []string{"."}, Options{Disable: []string{"shout"}}, ""},
		{"a rule disabled, a file that is gone", "{rule: shout, files: flows/gone.json, reason: x}", []string{"."}, Options{Disable: []string{"shout"}}, ""},
		{"a rule that is off", "{rule: style, reason: x}", []string{"."}, Options{}, ""},
		{"a rule that fails", "{rule: panic, reason: x}", []string{"."}, Options{}, ""},
		{"unused-ignore off", "{rule: shout, reason: x}", []string{"."}, Options{Disable: []string{ruleUnused.ID}}, ""},
		{"across files, all of them", "{rule: across, widgets: nobody, reason: x}", []string{"."}, Options{}, "nothing there"},
		{"across files, some of them", "{rule: across, files: flows/a.json, reason: x}", []string{"flows/a.json"}, Options{}, ""},
		{"past its day, a hook", "{rule: talk, reason: x, until: 2026-01-01}", []string{"flows/b.json"}, Options{}, "this entry ended on 2026-01-01"},
		{"past its day, left out", "{rule: talk, reason: x, until: 2026-01-01}", []string{"."}, Options{Only: []string{"talk"}}, ""},
		{"its last day", "{rule: talk, reason: x, until: 2026-06-15}", []string{"."}, Options{}, ""},
		{"accepted itself", "{rule: shout, reason: x}\n  - {rule: unused-ignore, reason: y}", []string{"."}, Options{}, "(ignore: y)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			broken := flowText("", "one=panic")
			tree(t,
				file{config.Name, "ignore:\n  - " + test.entry},
				file{"flows/a.json", flow}, file{"flows/b.json", quiet}, file{"flows/other.json", "{}"}, file{"more/a.json", broken},
			)
			test.options.Rules = append([]*Rule{rulePanic}, testRules...)
			var got []string
			for _, d := range lintTree(t, test.options, test.args...).Diagnostics {
				if d.Rule.ID == ruleUnused.ID {
					got = append(got, fmt.Sprintf("%s:%d:%d %s %v", d.File, d.Range.Start.Line, d.Range.Start.Column, d.Message, d.Suppressed))
					if d.Suppressed != nil {
						got = append(got, fmt.Sprintf("(%s: %s)", d.Suppressed.Kind, d.Suppressed.Reason))
					}
				}
			}
			all := strings.Join(got, "\n")
			switch {
			case test.want == "" && all != "":
				t.Errorf("a false alarm: %s", all)
			case !strings.Contains(all, test.want):
				t.Errorf("got %q, want %q", all, test.want)
			case all != "" && !strings.HasPrefix(all, ".studiolint.yaml:2:5 "):
				t.Errorf("misplaced: %s", all)
			}
		})
	}
}

// A file that cannot be read may hold what an entry is for.
func TestUnreadableFile(t *testing.T) {
	tree(t, file{config.Name, "ignore: [{rule: shout, reason: x}]"}, file{"a.json", flowText("", "a=x")})
	found, _ := input.Find([]string{"a.json"}, input.FindOptions{Root: files.Here()})
	found = append(found, input.Candidate{Path: "gone.json", Named: true})
	r := Run(found, Options{Root: files.Here(), Rules: testRules, Configs: config.NewFinder(Data(testRules), files.Here(), config.Options{}), Covered: []string{"."}, Today: today})
	if len(r.Diagnostics) > 0 || len(r.Problems) != 1 {
		t.Error(summary(r))
	}
}

// A fixed configuration elsewhere governs the current folder.
func TestUnusedEntriesOfFixedConfig(t *testing.T) {
	tree(t, file{"base/c.yaml", "ignore:\n- {rule: shout, reason: x}\n- {rule: talk, files: flows/**, reason: y}\n- {rule: shout, files: flows/**, reason: z}"},
		file{"repo/flows/a.json", flowText("", "one=talk")})
	t.Chdir("repo")
	want := `
flows/a.json:2:25 warning "one" may not talk [talk] in one (ignore: y)
../base/c.yaml:2:3 warning this entry accepts nothing: shout finds nothing there any more; remove the entry [unused-ignore]
../base/c.yaml:4:3 warning this entry accepts nothing: shout finds nothing there any more; remove the entry [unused-ignore]
`
	configs := func() *config.Finder {
		return config.NewFinder(Data(testRules), files.Here(), config.Options{Path: "../base/c.yaml"})
	}
	expect(t, lintTree(t, Options{Configs: configs()}, "."), want)
	if got := summary(lintTree(t, Options{Configs: configs()}, "flows/a.json")); strings.Contains(got, ruleUnused.ID) {
		t.Errorf("a false alarm: %s", got)
	}
}

func FuzzDirectives(f *testing.F) {
	f.Add("studiolint-ignore talk one: agreed; studiolint-ignore shout: b\nstudiolint-ignore")
	f.Add("x studiolint-ignore talk *: \"é\r\nstudiolint-ignore: : ;;")
	f.Fuzz(func(t *testing.T, description string) {
		if len(description) > 1<<14 {
			t.Skip()
		}
		text := flowText(description, "one=talk")
		r := Run(candidates(file{"a.json", text}), Options{Rules: testRules, Jobs: 1})
		for _, d := range r.Diagnostics {
			if d.Rule.ID == ruleUnused.ID {
				if got := text[d.Range.Start.Offset:d.Range.End.Offset]; !strings.HasPrefix(got, "studiolint-ignore") {
					t.Fatalf("misplaced: %q", got)
				}
			}
		}
		again := summary(Run(candidates(file{"a.json", text}), Options{Rules: testRules, Jobs: 1}))
		if diff := cmp.Diff(summary(r), again); diff != "" {
			t.Fatal(diff)
		}
	})
}
