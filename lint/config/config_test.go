package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"studiolint/lint/engine"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/form"
	"studiolint/lint/glob"
	"studiolint/lint/yaml"
)

// someRules are rules for tests of configurations.
var someRules = []*finding.Rule{
	{ID: "dangling-transition", Title: "Goes nowhere", Severity: finding.Error, Doc: "About transitions."},
	{ID: "schema", Title: "Has the wrong shape", Severity: finding.Error, Varies: "note for <b>", Doc: "About shapes."},
	{ID: "default-name", Title: "Has no name of its own", Severity: finding.Off, Doc: "About names."},
	{ID: "unused-ignore", Title: "Accepts nothing", Severity: finding.Warning, Doc: "About this."},
}

// split returns the mistakes that were joined.
func split(err error) []error {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()
	}
	return []error{err}
}

var compareConfigs = cmp.Options{
	cmpopts.IgnoreUnexported(Config{}),
	cmpopts.IgnoreFields(Ignore{}, "At"),
	cmpopts.IgnoreFields(NamedFile{}, "At"),
	cmp.Comparer(func(a, b glob.Pattern) bool { return a.String() == b.String() }),
	cmp.Comparer(func(a, b *engine.Engine) bool { return a == b }),
	cmp.Transformer("expression", func(r *regexp.Regexp) string { return r.String() }),
	cmpopts.EquateEmpty(),
}

func TestParseConfig(t *testing.T) {
	const text = `# everything that a configuration can hold
rules:
  schema: warning
  default-name: "note"
overrides:
  - files: legacy/**
    rules: {schema: off}
  - files: [ivr.json, './flows/*.json', 'sub\dir\']
    rules: {}
ignore:
  - rule: schema
    reason: >-
      moved in
      spring
  - {rule: dangling-transition, files: [a.json, /b.json], widgets: menu, reason: "é: 😀", until: 2026-02-28}
exclude: [archive, "**/*.tmp.json"]
placeholders: ['^__\w+__$']
templates:
  - templates/**
  - {files: ["*.tpl", a/b], engine: jinja}
widget-types: [my-widget]
flex:
  task-channels: {chat: TC0123456789abcdef0123456789ABCDEF}
  flex-flows:
    - channel-type: sms
      flow: flows/bot.json
    - channel-type: web
      flow: FW0123456789abcdef0123456789abcdef
subflows:
  FW0123456789abcdef0123456789abcdef: ../other/hours.json
`
	want := &Config{
		Path:  "c.yaml",
		Rules: map[string]finding.Severity{"schema": finding.Warning, "default-name": finding.Note},
		Overrides: []Override{
			{Files: patterns("legacy/**"), Rules: map[string]finding.Severity{"schema": finding.Off}},
			{Files: patterns("**/ivr.json", "flows/*.json", "sub/dir")},
		},
		Ignore: []*Ignore{
			{Rule: "schema", Reason: "moved in spring"},
			{Rule: "dangling-transition", Files: patterns("**/a.json", "/b.json"), Widgets: []string{"menu"}, Reason: "é: 😀", Until: "2026-02-28"},
		},
		Exclude:      patterns("**/archive", "**/*.tmp.json"),
		Placeholders: []*regexp.Regexp{regexp.MustCompile(`^__\w+__$`)},
		Templates:    []Template{{Files: patterns("templates/**")}, {Files: patterns("**/*.tpl", "a/b"), Engine: engine.Named("jinja")}},
		WidgetTypes:  []string{"my-widget"},
		Flex: Flex{
			TaskChannels: map[string]string{"chat": "TC0123456789abcdef0123456789ABCDEF"},
			FlexFlows: []FlexFlow{
				{ChannelType: "sms", Flow: "flows/bot.json"},
				{ChannelType: "web", Flow: "FW0123456789abcdef0123456789abcdef"},
			},
		},
		Subflows: map[string]string{"FW0123456789abcdef0123456789abcdef": "../other/hours.json"},
	}
	for name, text := range map[string]string{
		"as it is":  text,
		"CRLF":      strings.ReplaceAll(text, "\n", "\r\n"),
		"BOM":       "\uFEFF" + text,
		"a header":  "---\n" + text + "...\n",
		"no ending": strings.TrimSpace(text),
	} {
		got, err := parse("c.yaml", []byte(text), someRules)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got, compareConfigs); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		if at := got.Ignore[1].At; string(at.File.Bytes[at.Span.Start:at.Span.End]) != "{rule: dangling-transition" {
			t.Errorf("%s: the second entry is placed at %q", name, at.File.Bytes[at.Span.Start:at.Span.End])
		}
	}
}

// patterns reads patterns for files.
func patterns(list ...string) []glob.Pattern {
	var read []glob.Pattern
	for _, text := range list {
		p, err := glob.Parse(text)
		if err != nil {
			panic(err)
		}
		read = append(read, p)
	}
	return read
}

func TestEmptyConfig(t *testing.T) {
	for _, text := range []string{"", "\n", "# nothing\n", "---\n", "\uFEFF", "{}", "rules:\nignore:\nexclude:\noverrides: []\nflex:\nsubflows:\nplaceholders:\nwidget-types:\ntemplates:\n"} {
		got, err := parse("", []byte(text), someRules)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(&Config{}, got, compareConfigs); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"unknown key", "rulez: {}", `c:1:1: "rulez" is not known here; did you mean "rules"?`},
		{"unknown key far from all", "foo: {}", `c:1:1: "foo" is not known here; known are extends, rules, overrides, ignore, baseline, exclude, placeholders, templates, widget-types, flex, subflows, environments, policies, tests`},
		{"unknown key in an entry", "ignore: [{rule: schema, resaon: x, reason: y}]", `c:1:25: "resaon" is not known here; did you mean "reason"?`},
		{"unknown rule", "rules:\n  dangling-transitoin: off", `c:2:3: there is no rule "dangling-transitoin"; did you mean "dangling-transition"?`},
		{"unknown rule far from all", "rules: {x: off}", `c:1:9: there is no rule "x"; "studiolint rules" lists them`},
		{"unknown rule in an entry", "ignore: [{rule: Schema, reason: y}]", `c:1:17: there is no rule "Schema"; did you mean "schema"?`},
		{"a part of a rule", "rules: {dangling: off}", `c:1:9: there is no rule "dangling"; did you mean "dangling-transition"?`},
		{"wrong severity", "rules: {schema: warn}", `c:1:17: "warn" is no severity: write off, note, warning or error`},
		{"severity of another type", "rules: {schema: [off]}", `c:1:17: a severity is expected here, not a list: write off, note, warning or error`},
		{"false for off", "rules: {schema: false}", `c:1:17: "false" is no severity: write off, note, warning or error`},
		{"no severity", "rules:\n  schema:\n", `c:2:3: "schema" has no severity: write off, note, warning or error`},
		{"rules as a list", "rules: [schema]", `c:1:8: a mapping is expected here, not a list`},
		{"a list at the top", "- rules", `c:1:1: a mapping is expected here, not a list`},
		{"a text for a list", "exclude: a", `c:1:10: a list is expected here, not a text`},
		{"a mapping for a text", "exclude: [{a: b}]", `c:1:11: a text is expected here, not a mapping`},
		{"a number for a text", "widget-types: [1]", `c:1:16: a text is expected here, not a number: put it in quotes`},
		{"an empty text", "exclude: ['']", `c:1:11: a text is expected here, and there is none`},
		{"no files", "overrides: [{files: [], rules: {}}]", `c:1:21: this names nothing: list what is meant, or leave the key out`},
		{"missing files", "overrides:\n  - rules: {}", `c:2:5: "files" is missing here: say for which files the severities are`},
		{"missing reason", "ignore:\n  - rule: schema\n    files: a", `c:2:5: "reason" is missing here: say why the findings are accepted`},
		{"empty reason", "ignore: [{rule: schema, reason: ' '}]", `c:1:33: a text is expected here, and there is none`},
		{"an empty entry", "ignore:\n  -\n", "c:2:4: \"rule\" is missing here: say which rule's findings are accepted\nc:2:4: \"reason\" is missing here: say why the findings are accepted"},
		{"duplicate key", "rules: {}\nexclude: []\nrules: {}", `c:3:1: "rules" stands here a second time; the first is on line 1`},
		{"duplicate rule", "rules:\n  schema: off\n  'schema': off", `c:3:3: "schema" stands here a second time; the first is on line 2`},
		{"open bracket in a pattern", "exclude: ['a[b']", `c:1:11: the pattern is not complete: a [ or { is not closed`},
		{"pattern that leaves", "exclude: [a/../../b]", `c:1:11: a pattern counts from the folder of the configuration and names what lies in it`},
		{"pattern with a drive", `exclude: ['C:\flows']`, `c:1:11: a pattern counts from the folder of the configuration and has no drive`},
		{"pattern without end", "exclude: ['" + strings.Repeat("{a,b}", 9) + "']", `c:1:11: the braces stand for 512 patterns, each choice of one with each of the others, and at most 64 are taken: write several patterns, or * in place of some braces`},
		{"unquoted star", "exclude: [*.json]", `c:1:11: a text that begins with "*" needs quotes here; this file takes no anchors and aliases`},
		{"bad date", "ignore: [{rule: schema, reason: x, until: 2026-02-30}]", `c:1:43: "2026-02-30" is no date: write year-month-day, such as 2030-12-31`},
		{"bad expression", "placeholders: ['a(']", `c:1:16: this is no regular expression (RE2 syntax): missing closing ) at "a("`},
		{"look-around", "placeholders: ['(?=a)']", `c:1:16: this is no regular expression (RE2 syntax): invalid or unsupported Perl syntax at "(?="`},
		{"expression for everything", "placeholders: ['x*']", `c:1:16: this regular expression matches an empty text, and so every text: say what a placeholder looks like`},
		{"bad task channel", "flex: {task-channels: {chat: WC0123456789abcdef0123456789abcdef}}", `c:1:30: "WC0123456789abcdef0123456789abcdef" is no SID of this kind: it is TC and 32 hexadecimal digits`},
		{"bad flow", "flex: {flex-flows: [{channel-type: sms, flow: WW0123456789abcdef0123456789abcdef}]}", `c:1:47: "WW0123456789abcdef0123456789abcdef" is no flow: a flow's SID is FW and 32 hexadecimal digits`},
		{"bad subflow", "subflows: {FW1: a.json}", `c:1:12: "FW1" is no SID of this kind: it is FW and 32 hexadecimal digits`},
		{"unknown engine", "templates: [{files: a, engine: jinga}]", `c:1:32: there is no template engine "jinga"; did you mean "jinja"?`},
		{"unknown engine far from all", "templates: [{files: a, engine: velocity}]", `c:1:32: there is no template engine "velocity"; known are jinja, go, mustache, handlebars, terraform, none`},
		{"templates without files", "templates: [{engine: go}]", `c:1:13: "files" is missing here: say which files are filled in`},
		{"alias", "rules: &r {}\noverrides: [{files: a, rules: *r}]", `c:1:8: a text that begins with "&" needs quotes here; this file takes no anchors and aliases`},
		{"merge", "rules:\n  <<: x", `c:2:3: a text that begins with "<<" needs quotes here; this file takes no anchors and aliases`},
		{"tag", "exclude: [!!str a]", `c:1:11: a text that begins with ! needs quotes; this file takes no tags`},
		{"tab", "rules:\n\tschema: off", `c:2:1: this is not valid YAML: a tab stands where only spaces may: indent with spaces`},
		{"open quote", "exclude: ['a", `c:1:11: this is not valid YAML: could not find end character of single-quoted text`},
		{"two documents", "rules: {}\n---\nrules: {}", `c:3:1: a second document begins here: this file is one document`},
		{"not UTF-8", "# \xe4", `c:1:3: this byte is not UTF-8: save the file as UTF-8`},
		{"columns are UTF-16", "exclude: ['😀é', 1]", `c:1:18: a text is expected here, not a number: put it in quotes`},
		{"lines after comments with CRLF", "# a\r\nrules: # b\r\n  schema: x\r\n", `c:3:11: "x" is no severity: write off, note, warning or error`},
		{"several", "rules: {schema: x}\nexclude: 1\nfoo: 2", "c:1:17: \"x\" is no severity: write off, note, warning or error\n" +
			"c:2:10: a list is expected here, not a number\n" +
			`c:3:1: "foo" is not known here; known are extends, rules, overrides, ignore, baseline, exclude, placeholders, templates, widget-types, flex, subflows, environments, policies, tests`},
	} {
		t.Run(test.name, func(t *testing.T) {
			config, err := parse("c", []byte(test.text), someRules)
			if err == nil || config != nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			for _, e := range split(err) {
				var wrong *form.Error
				if !errors.As(e, &wrong) || wrong.Line < 1 || wrong.Column < 1 {
					t.Errorf("%v has no place", e)
				}
			}
		})
	}
}

func TestConfigAnswers(t *testing.T) {
	t.Chdir(t.TempDir())
	text := "placeholders: ['^__[A-Z]+__$', 'TBD']\nwidget-types: [new]\ntemplates: [tpl/**]\nexclude: [old]"
	if err := os.WriteFile(Name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	c, err := NewFinder(someRules, files.Here(), Options{}).For("a.json")
	if err != nil {
		t.Fatal(err)
	}
	for question, got := range map[string][2]bool{
		"a placeholder":         {c.IsPlaceholder("__NAME__"), true},
		"a part of a text":      {c.IsPlaceholder("see TBD"), true},
		"no placeholder":        {c.IsPlaceholder("x __NAME__"), false},
		"a template":            {c.IsTemplate("tpl/a/b.json"), true},
		"no template":           {c.IsTemplate("a/tpl/b.json"), false},
		"an excluded folder":    {c.excludes("x/old"), true},
		"outside of the folder": {c.excludes("../old"), false},
		"nothing is set":        {new(Config).IsTemplate("a") || new(Config).IsPlaceholder("a") || new(Config).excludes("a"), false},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %v", question, got[0])
		}
	}
}

// TestHostileConfig holds texts on which the YAML module would take minutes or all
// the memory there is.
func TestHostileConfig(t *testing.T) {
	const size = maxSize / 4
	var deep strings.Builder
	for i := 0; deep.Len() < size; i++ {
		fmt.Fprintf(&deep, "%sa:\n", strings.Repeat(" ", i))
	}
	texts := []string{deep.String()}
	for _, part := range []string{"[", "{", "{a: ", "[a,", "- ", "- - -\n", "a: 1\n", "&a ", "*a ", "? ", "!", "%a\n---\n", "---\n", "\"", ": "} {
		texts = append(texts, strings.Repeat(part, size/len(part)))
	}
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x, x]\n")
	for i := range 40 {
		fmt.Fprintf(&bomb, "a%d: &a%d [*a%d, *a%d]\n", i+1, i+1, i, i)
	}
	texts = append(texts, bomb.String())
	for _, text := range texts {
		if config, err := parse("c", []byte(text), someRules); err == nil && len(config.Rules) > 0 {
			t.Errorf("%.20q is no configuration", text)
		}
	}
}

func TestFindConfig(t *testing.T) {
	root := t.TempDir()
	add := func(name, text string) {
		t.Helper()
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	add(".studiolint.yaml", "widget-types: [outside]")
	add("repo/.studiolint.yaml", "widget-types: [root]")
	add("repo/.git/HEAD", "")
	add("repo/flows/deep/x.json", "{}")
	add("repo/team/.studiolint.yaml", "widget-types: [team]\nexclude: [old]")
	add("repo/worktree/.git", "gitdir: elsewhere")
	add("repo/broken/.studiolint.yaml", "rule: {}\nexclude: 1")
	add("repo/folder/.studiolint.yaml/x", "")
	add("repo/large/.studiolint.yaml", strings.Repeat("#", maxSize+1))
	t.Chdir(filepath.Join(root, "repo", "team"))

	configs := NewFinder(someRules, files.Here(), Options{})
	for _, test := range []struct{ file, path, typ string }{
		{"a.json", ".studiolint.yaml", "team"},
		{"sub/folder/that/is/not/there.json", ".studiolint.yaml", "team"},
		{"../flows/deep/x.json", "../.studiolint.yaml", "root"},
		{"../x.json", "../.studiolint.yaml", "root"},
		{filepath.ToSlash(root) + "/repo/x.json", "../.studiolint.yaml", "root"},
		{"../../x.json", "../../.studiolint.yaml", "outside"},
		{"../worktree/x.json", "", ""},
	} {
		c, err := configs.For(test.file)
		if err != nil {
			t.Errorf("%s: %v", test.file, err)
			continue
		}
		if c.Path != test.path || strings.Join(c.WidgetTypes, "") != test.typ {
			t.Errorf("%s: got %s with %s, want %s with %s", test.file, c.Path, c.WidgetTypes, test.path, test.typ)
		}
	}
	one, _ := configs.For("../x.json")
	if other, _ := configs.For("../flows/deep/x.json"); one != other {
		t.Error("one configuration was read twice")
	}
	for file, want := range map[string]string{
		"../broken/x.json": "/repo/broken/.studiolint.yaml:1:1: ",
		"../folder/x.json": "is not a file",
		"../large/x.json":  "is larger than",
	} {
		_, err := configs.For(file)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", file, err, want)
		}
		if _, again := configs.For(file); again != err {
			t.Errorf("%s: the error is not the same the second time", file)
		}
		if configs.Excluded(file) {
			t.Errorf("%s is left out", file)
		}
	}
	for file, want := range map[string]bool{"old": true, "old/a.json": true, "b/old/c/d.json": true, "a.json": false, "older/a.json": false, "../old/a.json": false} {
		if got := configs.Excluded(file); got != want {
			t.Errorf("%s left out: %v, want %v", file, got, want)
		}
	}
	var none *Finder
	if c, err := none.For("a.json"); err != nil || c == nil || c.Path != "" || none.Excluded("old") {
		t.Error("a nil Finder has no configuration")
	}
}

// TestFixedConfig is --config: a file that may lie anywhere.
func TestFixedConfig(t *testing.T) {
	root := t.TempDir()
	text := []byte("exclude: [flows/old/**]\nsubflows: {FW0123456789abcdef0123456789abcdef: flows/sub.json}")
	for _, dir := range []string{"base", "repo/flows"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "base", "c.yaml"), text, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "repo", Name), []byte("nonsense"), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(root, "repo"))
	configs := NewFinder(someRules, files.Here(), Options{Path: "../base/c.yaml"})
	for file, want := range map[string]bool{
		"flows/old/a.json":                        true, // as if the file lay here
		"../base/flows/old/a.json":                true, // where it lies
		"flows/new.json":                          false,
		"../elsewhere/flows/old/a.json":           false,
		filepath.Join(root, "repo/flows/old/b.x"): true,
	} {
		if got := configs.Excluded(filepath.ToSlash(file)); got != want {
			t.Errorf("%s left out: %v, want %v", file, got, want)
		}
	}
	c, err := configs.For("anything.json")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{filepath.Join(root, "base", "flows", "sub.json"), filepath.Join(root, "repo", "flows", "sub.json")}
	if diff := cmp.Diff(want, c.Paths(c.Subflows["FW0123456789abcdef0123456789abcdef"])); diff != "" {
		t.Error(diff)
	}
	if _, err := NewFinder(someRules, files.Here(), Options{Path: "missing.yaml"}).For("a.json"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

func TestConfigsAreSafeTogether(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile(Name, []byte("overrides: [{files: b, rules: {schema: note}}]"), 0o666); err != nil {
		t.Fatal(err)
	}
	configs := NewFinder(someRules, files.Here(), Options{})
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			c, err := configs.For(fmt.Sprintf("a/%d/b/x.json", i))
			if err != nil {
				t.Error(err)
				return
			}
			if s, set := c.Severity("schema", fmt.Sprintf("a/%d/b/x.json", i)); s != finding.Note || !set {
				t.Error(s, set)
			}
		})
	}
	wg.Wait()
}

func TestInit(t *testing.T) {
	text := string(Init(someRules, false))
	got, err := parse("", []byte(text), someRules)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&Config{}, got, compareConfigs); diff != "" {
		t.Errorf("it changes something:\n%s", diff)
	}
	// What its examples show holds, too, and shows every key.
	live := regexp.MustCompile(`(?m)^#((?:\S|  ).*)$`).ReplaceAllString(text, "$1")
	got, err = parse("", []byte(live), someRules)
	if err != nil {
		t.Fatalf("%v in\n%s", err, live)
	}
	for _, r := range someRules {
		if got.Rules[r.ID] != r.Severity {
			t.Errorf("%s is %s in the example", r.ID, got.Rules[r.ID])
		}
	}
	root, wrong := yaml.Parse([]byte(live))
	if wrong != nil {
		t.Fatal(wrong.Message)
	}
	var keys []string
	for _, k := range root.Keys {
		keys = append(keys, k.Text)
	}
	for i, m := range rootMembers(new(Config)) {
		if i >= len(keys) || keys[i] != m.Name {
			t.Errorf("key %d of %v is not %s", i, keys, m.Name)
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) > 100 && !strings.HasPrefix(line, "#  ") {
			t.Errorf("a long line: %s", line)
		}
	}
}

func FuzzConfig(f *testing.F) {
	f.Add(Init(someRules, false))
	f.Add([]byte("rules: {schema: off}\nignore: [{rule: schema, files: [a, 'b/**'], reason: x, until: 2026-01-01}]\n"))
	f.Add([]byte("overrides:\r\n- files: |\r\n   a\r\n  rules:\r\n    schema: note # x\r\n"))
	f.Add([]byte("placeholders: [\"\\x41\\u00e9\", 'it''s', >-\n a\n]\nsubflows: {? a : b}\n"))
	f.Add([]byte("exclude: [" + strings.Repeat("a/b, ", 20_000) + "c]\n"))
	f.Add([]byte("overrides:\n" + strings.Repeat("- {files: 'x/*.json', rules: {schema: off}}\n", 2000)))
	f.Add([]byte("flex:\n  task-channels: &a {chat: *a}\n<<: !!map {}\n---\n...\n%x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > maxSize {
			t.Skip()
		}
		start := time.Now()
		config, err := parse("c.yaml", data, someRules)
		if took, most := time.Since(start), time.Second+time.Duration(len(data))*20*time.Microsecond; took > most {
			t.Errorf("%d bytes take %v", len(data), took)
		}
		if (config == nil) == (err == nil) {
			t.Fatal("neither a configuration nor an error")
		}
		if config != nil {
			for _, i := range config.Ignore {
				if s := i.At.Span; i.Rule == "" || i.Reason == "" || s.Start < 0 || s.End > len(data) || s.Start > s.End {
					t.Fatalf("%+v at %v", i, s)
				}
			}
			config.root, config.folder = files.Root{Dir: "/"}, "/"
			config.excludes("/a/b")
			config.Severity("schema", "/a/b")
			return
		}
		for _, e := range split(err) {
			var wrong *form.Error
			if !errors.As(e, &wrong) || wrong.Line < 1 || wrong.Message == "" {
				t.Fatalf("%#v", e)
			}
		}
	})
}
