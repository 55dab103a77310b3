package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"
	gocmp "github.com/google/go-cmp/cmp"
)

// An action is what action.yml says.
type action struct {
	Inputs  map[string]struct{ Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct{ Steps []actionStep }
}

type actionStep struct {
	ID               string
	If               string
	Uses             string
	With             map[string]string
	Run              string
	Shell            string
	Env              map[string]string
	WorkingDirectory string `yaml:"working-directory"`
}

func readAction(t testing.TB) action {
	t.Helper()
	data, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// A job is what a runner of GitHub knows when it comes to the action.
type job struct {
	workspace string
	inputs    map[string]string
	event     map[string]any // github.event
	action    string         // the checkout of the action; this project when empty
	server    string         // github.server_url, from which the action comes; when empty, it is used from a folder
	env       []string       // further variables of the runner
}

// A jobResult is what the action leaves behind.
type jobResult struct {
	status   int
	ran      []string // the IDs of the steps
	printed  string
	commands []workflowCommand
	outputs  map[string]string
	summary  string
}

// expression is an expression of a workflow; evaluate knows the few forms in use.
var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

func evaluate(text string, context map[string]any) string {
	return expression.ReplaceAllStringFunc(text, func(e string) string {
		for alternative := range strings.SplitSeq(expression.FindStringSubmatch(e)[1], "||") {
			var value any = context
			for name := range strings.SplitSeq(strings.TrimSpace(alternative), ".") {
				object, _ := value.(map[string]any)
				value = object[name]
			}
			if s, ok := value.(string); ok && s != "" {
				return s
			}
		}
		return ""
	})
}

// actionBuild is the folder with the program that the action's build step has made,
// once for all tests; who finds none makes it, and the others wait.
var (
	actionBuild  string
	actionBuilds sync.Mutex
)

// runAction runs the steps of the action as a runner does: in order, each with bash
// and the variables and files that GitHub sets, until one fails.
func runAction(t testing.TB, j job) jobResult {
	t.Helper()
	actionBuilds.Lock()
	if actionBuild == "" {
		defer actionBuilds.Unlock()
	} else {
		actionBuilds.Unlock()
	}
	a, temp, steps := readAction(t), t.TempDir(), map[string]any{}
	context, env := j.runner(t, a, temp)
	context["steps"] = steps
	var result jobResult
	for i, step := range a.Runs.Steps {
		if unset, ok := strings.CutSuffix(step.If, " == ''"); ok && evaluate("${{ "+unset+" }}", context) != "" || step.Uses != "" {
			continue
		}
		result.ran = append(result.ran, step.ID)
		if step.ID == "build" && actionBuild != "" {
			steps[step.ID] = map[string]any{"outputs": map[string]any{"folder": rebuilt(t)}}
			continue
		}
		output := filepath.Join(temp, fmt.Sprintf("%d.out", i))
		status, printed := step.run(t, j, context, append(slices.Clone(env), "GITHUB_OUTPUT="+output, "GITHUB_STEP_SUMMARY="+output+".md"), output)
		summary, err := os.ReadFile(output + ".md")
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if len(summary) > 1<<20 {
			t.Errorf("the summary of %q has %d bytes, more than GitHub takes", step.ID, len(summary))
		}
		result.summary += string(summary)
		result.status, result.printed = status, result.printed+printed
		steps[step.ID] = map[string]any{"outputs": readOutputs(t, output)}
		if status != 0 {
			break
		}
		if step.ID == "build" {
			keepBuild(t, evaluate("${{ steps.build.outputs.folder }}", context))
		}
	}
	result.commands = workflowCommands(result.printed)
	result.outputs = map[string]string{}
	for name, output := range a.Outputs {
		result.outputs[name] = evaluate(output.Value, context)
	}
	return result
}

// runner returns what expressions and scripts know of a job before its first step.
func (j job) runner(t testing.TB, a action, temp string) (context map[string]any, env []string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	repository := ""
	if j.server != "" {
		root, repository = j.action, "OWNER/studiolint"
	}
	inputs := map[string]any{}
	for name, input := range a.Inputs {
		inputs[name] = input.Default
	}
	for name, value := range j.inputs {
		if _, known := a.Inputs[name]; !known {
			t.Fatalf("the action has no input %q", name)
		}
		inputs[name] = value
	}
	context = map[string]any{
		"inputs": inputs,
		"github": map[string]any{
			"action_path": root, "action_ref": "v1.2.3", "event": j.event, "action_repository": repository,
			"server_url": cmp.Or(j.server, "https://github.example"), "repository": "someone/flows", "sha": "c0ffee",
		},
	}
	env = append(cleanEnv(t),
		"CI=true", "GITHUB_ACTIONS=true", "GITHUB_ACTION_PATH="+root, "GITHUB_WORKSPACE="+j.workspace,
		"RUNNER_TEMP="+temp,
		// A job may have its own ideas of how Go builds.
		"GOFLAGS=-mod=vendor", "GOOS=plan9", "GOARCH=386", "GOWORK=/nowhere/go.work")
	return context, append(env, j.env...)
}

// run runs the script of a step; output is the file for what it tells the next steps.
func (step actionStep) run(t testing.TB, j job, context map[string]any, env []string, output string) (status int, printed string) {
	t.Helper()
	script := output + ".sh"
	for name, text := range map[string]string{script: step.Run, output: ""} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s := shell{t, evaluate(step.WorkingDirectory, context), env}
	if !filepath.IsAbs(s.dir) {
		s.dir = filepath.Join(j.workspace, s.dir)
	}
	for name, value := range step.Env {
		s.env = append(s.env, name+"="+evaluate(value, context))
	}
	return s.run(tool(t, "", "bash"), "--noprofile", "--norc", "-e", "-o", "pipefail", script)
}

// keepBuild keeps the program that the build step has made for other tests.
func keepBuild(t testing.TB, from string) {
	t.Helper()
	var err error
	if actionBuild, err = os.MkdirTemp("", "studiolint"); err != nil {
		t.Fatal(err)
	}
	removeAtEnd(actionBuild)
	if err := os.CopyFS(actionBuild, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

// rebuilt returns a folder as the build step leaves it.
func rebuilt(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.Symlink(filepath.Join(actionBuild, "studiolint"), filepath.Join(folder, "studiolint")); err != nil {
		t.Fatal(err)
	}
	return folder
}

// readOutputs reads what a step wrote to GITHUB_OUTPUT, in the only form the action
// uses.
func readOutputs(t testing.TB, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	outputs := map[string]any{}
	for line := range strings.Lines(string(data)) {
		key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		if !ok {
			t.Fatalf("an output without a value: %q", line)
		}
		outputs[key] = value
	}
	return outputs
}

// A workflowCommand is a line that a runner obeys.
type workflowCommand struct {
	Name       string
	Properties map[string]string
	Data       string
}

var (
	dataUnescapes     = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	propertyUnescapes = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
)

// workflowCommands reads what a runner reads in a log (ActionCommand.cs and
// ActionCommandManager.cs of actions/runner): "::name properties::data" at the
// beginning of a line, "##[name properties]data" anywhere in it, and nothing
// between stop-commands and its token.
func workflowCommands(log string) []workflowCommand {
	var list []workflowCommand
	stopped := ""
	for line := range strings.SplitSeq(strings.ReplaceAll(log, "\r", "\n"), "\n") {
		line = strings.TrimLeft(line, " \t")
		rest, ok := strings.CutPrefix(line, "::")
		head, data, _ := strings.Cut(rest, "::")
		if !ok {
			_, rest, ok = strings.Cut(line, "##[")
			head, data, _ = strings.Cut(rest, "]")
		}
		if !ok {
			continue
		}
		if stopped != "" {
			if head == stopped {
				stopped = ""
			}
			continue
		}
		name, properties, _ := strings.Cut(head, " ")
		if name == "stop-commands" {
			stopped = data
			continue
		}
		c := workflowCommand{name, map[string]string{}, dataUnescapes.Replace(data)}
		for p := range strings.SplitSeq(properties, ",") {
			key, value, _ := strings.Cut(p, "=")
			c.Properties[strings.TrimSpace(key)] = propertyUnescapes.Replace(value)
		}
		list = append(list, c)
	}
	return list
}

func kinds(commands []workflowCommand) map[string]int {
	n := map[string]int{}
	for _, c := range commands {
		n[c.Name]++
	}
	return n
}

func TestActionIsPinned(t *testing.T) {
	a := readAction(t)
	pinned := regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`)
	for _, step := range a.Runs.Steps {
		if step.Uses != "" && !pinned.MatchString(step.Uses) {
			t.Errorf("%s is not pinned by its commit", step.Uses)
		}
		if step.Run != "" && step.Shell != "bash" {
			t.Errorf("a step runs in the shell %q", step.Shell)
		}
		if strings.Contains(step.Run, "${{") {
			t.Errorf("an expression stands in the script of %q", step.ID)
		}
	}
}

// lostFlow is a flow of n messages, each of which leads to a widget that does not
// exist: on line 3 the first, on line 4 the next. The first has a name that templates
// cannot read, too.
func lostFlow(n int) string {
	var b strings.Builder
	b.WriteString(`{"description": "", "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}, "states": [` + "\n" +
		`{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingMessage", "next": "hello 1"}]}`)
	for i := range n {
		name := fmt.Sprintf("hello_%d", i+1)
		if i == 0 {
			name = "hello 1"
		}
		fmt.Fprintf(&b, ",\n"+`{"name": %q, "type": "send-message", "properties": {"from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": "Hello"},`+
			` "transitions": [{"event": "sent", "next": "lost_%d"}, {"event": "failed"}]}`, name, i+1)
	}
	b.WriteString("\n]}\n")
	return b.String()
}

func TestAction(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	env := cleanEnv(t)
	r := repository(t, env)
	r.write("flows/ivr.json", shared(t, "flows/good/ivr.json"))
	r.write("flows/lost.json", lostFlow(12))
	r.write("sub dir/lost.json", lostFlow(1))
	r.write("package.json", "{}")

	t.Run("defaults", func(t *testing.T) {
		got := runAction(t, job{workspace: r.dir})
		if got.status != 1 {
			t.Fatalf("it ends with %d:\n%s", got.status, got.printed)
		}
		var log struct {
			Runs []struct {
				Tool struct {
					Driver struct{ SemanticVersion string }
				}
				Results []struct{ Level string }
			}
		}
		data, err := os.ReadFile(got.outputs["sarif"])
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &log); err != nil {
			t.Fatal(err)
		}
		if v := log.Runs[0].Tool.Driver.SemanticVersion; v != "1.2.3" {
			t.Errorf("the version is %q", v)
		}
		levels := map[string]int{}
		for _, result := range log.Runs[0].Results {
			levels[result.Level]++
		}
		for output, level := range map[string]string{"errors": "error", "warnings": "warning", "notes": "note"} {
			if got.outputs[output] != fmt.Sprint(levels[level]) {
				t.Errorf("%s is %s, but there are %d in SARIF", output, got.outputs[output], levels[level])
			}
		}
		want := map[string]int{"error": 10, "warning": levels["warning"]} // GitHub shows ten of each kind
		if levels["note"] > 0 {
			want["notice"] = levels["note"]
		}
		if diff := gocmp.Diff(want, kinds(got.commands)); diff != "" {
			t.Error(diff)
		}
		if levels["error"] != 13 || levels["warning"] == 0 {
			t.Errorf("%v is not what is there", levels)
		}
		first := got.commands[0]
		if first.Name != "error" || first.Properties["file"] != "flows/lost.json" || first.Properties["line"] != "3" || first.Properties["title"] != "studiolint (dangling-transition)" {
			t.Errorf("the first annotation is %+v", first)
		}
		holds(t, "the summary", got.summary, "## studiolint: ", "| [dangling-transition](", "| 13 errors |",
			"| error | [flows/lost.json:3:193](https://github.example/someone/flows/blob/c0ffee/flows/lost.json#L3)", "/blob/c0ffee/sub%20dir/lost.json#L3)")
		holds(t, "the page", readFile(t, got.outputs["html"]), "<title>studiolint</title>", "flows/lost.json")
		holds(t, "the log", got.printed, "flows/lost.json:14:", "Not annotated: 3 more errors")
	})

	t.Run("working directory", func(t *testing.T) {
		got := runAction(t, job{workspace: r.dir, inputs: map[string]string{
			"working-directory": "sub dir", "paths": "lost.json\r\n\n../flows/ivr.json", "sarif": "false"}})
		if got.status != 1 || got.outputs["sarif"] != "" {
			t.Fatalf("it ends with %d and %v:\n%s", got.status, got.outputs, got.printed)
		}
		for _, c := range got.commands {
			if c.Properties["file"] != "sub dir/lost.json" {
				t.Errorf("GitHub does not know %q", c.Properties["file"])
			}
		}
		holds(t, "the summary", got.summary, "| error | [sub dir/lost.json:")
	})

	t.Run("nothing wrong", func(t *testing.T) {
		got := runAction(t, job{workspace: r.dir, inputs: map[string]string{"paths": "flows/ivr.json"}})
		want := map[string]string{"errors": "0", "warnings": "0", "notes": "0", "sarif": got.outputs["sarif"], "html": got.outputs["html"], "html-diff": ""}
		if diff := gocmp.Diff(want, got.outputs); diff != "" || got.status != 0 || len(got.commands) != 0 {
			t.Errorf("it ends with %d, %v, %s", got.status, got.commands, diff)
		}
		holds(t, "the summary", got.summary, "no findings in 1 flow")
	})

	t.Run("inputs", func(t *testing.T) {
		for _, tt := range []struct {
			name   string
			inputs map[string]string
			status int
		}{
			{"warnings fail", map[string]string{"fail-on": "warning", "args": "--only=widget-name"}, 1},
			{"warnings do not fail", map[string]string{"args": "--only=widget-name"}, 0},
			{"never", map[string]string{"fail-on": "never"}, 0},
			{"several arguments", map[string]string{"args": "--disable=dangling-transition\r\n--severity\nwidget-name=note\n\n", "fail-on": "warning"}, 0},
			{"no flow", map[string]string{"paths": "package.json", "args": "--skip-other"}, 0},
			{"no annotations", map[string]string{"annotations": "false"}, 1},
		} {
			got := runAction(t, job{workspace: r.dir, inputs: tt.inputs})
			if got.status != tt.status {
				t.Errorf("%s: it ends with %d:\n%s", tt.name, got.status, got.printed)
			}
			if tt.inputs["annotations"] == "false" && len(got.commands) > 0 {
				t.Errorf("%s: %v", tt.name, got.commands)
			}
		}
	})

	t.Run("what cannot be done", func(t *testing.T) {
		for _, inputs := range []map[string]string{
			{"sarif": "yes"}, {"paths": "missing.json"}, {"paths": "package.json"}, {"fail-on": "always"},
			{"config": "missing.yaml"}, {"baseline": "missing.json"}, {"args": "--only=no-such-rule"},
		} {
			got := runAction(t, job{workspace: r.dir, inputs: inputs})
			if got.status != 2 || len(got.commands) != 1 || got.commands[0].Name != "error" {
				t.Errorf("%v: it ends with %d and %v:\n%s", inputs, got.status, got.commands, got.printed)
			}
		}
	})
}

// With tests: true the tests of the flows run too; one that fails fails the step and is
// shown at its widget.
func TestActionRunsTests(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	r := repository(t, cleanEnv(t))
	r.write("flows/ivr.json", shared(t, "flows/good/ivr.json"))
	r.write("ivr.flowtest.yaml", "flow: flows/ivr.json\ntests: [{name: greets, steps: [expect: Seaside Dental], end: {waiting: main_menu}}]\n")
	if got := runAction(t, job{workspace: r.dir}); got.status != 0 {
		t.Errorf("without tests it ends with %d:\n%s", got.status, got.printed)
	}
	got := runAction(t, job{workspace: r.dir, inputs: map[string]string{"tests": "true"}})
	if got.status != 1 {
		t.Errorf("it ends with %d:\n%s", got.status, got.printed)
	}
	holds(t, "the log", got.printed, "failed:", " greets\n", "1 test in 1 file: 0 passed, 1 failed")
	if !strings.Contains(fmt.Sprint(got.commands), "studiolint test: greets") {
		t.Errorf("no annotation: %v", got.commands)
	}
	r.write("ivr.flowtest.yaml", "flow: flows/ivr.json\ntests: [{name: greets, steps: [expect: Harbour Dental], end: {waiting: main_menu}}]\n")
	if got := runAction(t, job{workspace: r.dir, inputs: map[string]string{"tests": "true"}}); got.status != 0 {
		t.Errorf("it ends with %d:\n%s", got.status, got.printed)
	}
}

// TestHostileAction has a stranger choose every name.
func TestHostileAction(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	r := repository(t, cleanEnv(t))
	names := []string{
		"a\n::error file=x::forged\nb", "a\r::warning::forged", "100%0A::error::forged", "::error::forged", "##[error]forged",
		"$(touch pwned)", "`touch pwned`", "a;touch pwned", "a|b", "a&b", "<img src=x onerror=alert(1)>", "it's \"quoted\"",
		"--only=widget-name", "grüße 日本", "a,line=9", "a:5", "[x](http:evil)", "\x1b[31mred", "*", " ",
	}
	flow := shared(t, "flows/good/ivr.json")
	for _, name := range names {
		quoted, err := json.Marshal(name)
		if err != nil {
			t.Fatal(err)
		}
		r.write(strings.ReplaceAll(name, "/", "∕")+"/"+name+".json", strings.Replace(flow, `"next": "`, `"next": `+string(quoted)+`, "was": "`, 1))
	}
	// A configuration that cannot be read is a problem whose text holds the name.
	if err := os.MkdirAll(filepath.Join(r.dir, "c\n::set-output name=errors::0\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	r.write("c\n::set-output name=errors::0\n/flow.json", flow)
	if err := os.Symlink("nowhere", filepath.Join(r.dir, "c\n::set-output name=errors::0\n", ".studiolint.yaml")); err != nil {
		t.Fatal(err)
	}
	forgeries := func(t *testing.T, got jobResult) {
		t.Helper()
		for _, c := range got.commands {
			if c.Data == "forged" || !slices.Contains([]string{"error", "warning", "notice"}, c.Name) || c.Properties["file"] == "x" {
				t.Errorf("a runner obeys %+v", c)
			}
		}
		for _, raw := range []string{"<img", "forged\nb", "](http:evil", "`touch", "\x1b"} {
			if strings.Contains(got.summary, raw) {
				t.Errorf("the summary holds %q", raw)
			}
		}
		filepath.WalkDir(r.dir, func(path string, d os.DirEntry, err error) error {
			if filepath.Base(path) == "pwned" {
				t.Errorf("a shell obeyed: %s", path)
			}
			return err
		})
	}

	got := runAction(t, job{workspace: r.dir})
	forgeries(t, got)
	if n := kinds(got.commands); got.status != 2 || n["error"] != 11 || got.outputs["errors"] != fmt.Sprint(len(names)) {
		t.Errorf("it ends with %d, %v and %v:\n%s", got.status, n, got.outputs, got.printed)
	}
	os.Remove(filepath.Join(r.dir, "c\n::set-output name=errors::0\n", ".studiolint.yaml"))

	for _, name := range names {
		if strings.ContainsAny(name, "\r\n") {
			continue // an input is a list of lines
		}
		got := runAction(t, job{workspace: r.dir, inputs: map[string]string{
			"working-directory": name, "paths": name + ".json", "config": "", "args": "--disable=unknown-property"}})
		forgeries(t, got)
		if got.status != 1 || got.outputs["errors"] != "1" {
			t.Errorf("%q: it ends with %d, %v:\n%s", name, got.status, got.outputs, got.printed)
		}
		others := map[string]string{}
		for input := range readAction(t).Inputs {
			others[input] = name
		}
		for _, input := range []string{"annotations", "sarif", "settings-from-base", "only-new", "working-directory", "fail-on", "config", "baseline", "args"} {
			forgeries(t, runAction(t, job{workspace: r.dir, inputs: others}))
			delete(others, input) // the next one comes further
		}
	}
}

// TestSettingsFromBase has a pull request turn rules off for itself.
func TestSettingsFromBase(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	env := cleanEnv(t)
	origin := repository(t, env)
	origin.write("flows/lost.json", lostFlow(3))
	origin.write("drafts/lost.json", lostFlow(1))
	origin.write("drafts/.studiolint.yaml", "rules: {dangling-transition: off}\n")
	origin.write("strict/config.yaml", "rules: {widget-name: error}\n")
	s := shell{t, origin.dir, env}
	s.run(built(t), "baseline", "--quiet", "--only", "dangling-transition", "-o", "settings/base line.json", "drafts") // no folder yet
	s.must("mkdir", "settings")
	s.must(built(t), "baseline", "--quiet", "--no-config", "--only", "dangling-transition", "-o", "settings/base line.json", "flows")
	origin.commit("base")
	base := strings.TrimSpace(origin.must("git", "rev-parse", "HEAD"))

	origin.must("git", "checkout", "--quiet", "-b", "change")
	origin.write("flows/lost.json", lostFlow(5)) // two more mistakes
	for _, name := range []string{".studiolint.yaml", "flows/.studiolint.yaml", "drafts/.studiolint.yaml", "strict/config.yaml"} {
		origin.write(name, "rules: {dangling-transition: off, widget-name: off}\n")
	}
	origin.must(built(t), "baseline", "--quiet", "--no-config", "-o", "settings/base line.json", "flows")
	origin.must("cp", "settings/base line.json", "new baseline.json")
	origin.must("cp", ".studiolint.yaml", "new config.yaml")
	origin.commit("change")

	// What actions/checkout leaves: one commit, and the base is none of it.
	clone := func(t *testing.T) string {
		t.Helper()
		dir := filepath.Join(t.TempDir(), "clone")
		origin.must("git", "clone", "--quiet", "--depth=1", "--branch=change", "file://"+origin.dir, dir)
		return dir
	}
	event := map[string]any{"pull_request": map[string]any{"base": map[string]any{"sha": base}}}
	for _, tt := range []struct {
		name   string
		inputs map[string]string
		mine   string // the errors with the settings of the pull request
		bases  string // and with those of the base branch
	}{
		{"configurations", nil, "0", "5"}, // drafts are still off
		{"baseline", map[string]string{"baseline": "settings/base line.json"}, "0", "2"},
		{"baseline from a folder", map[string]string{"working-directory": "drafts", "baseline": "../settings/base line.json", "paths": "../flows"}, "0", "2"},
		{"baseline by another name", map[string]string{"baseline": "./settings/../settings/base line.json"}, "0", "2"},
		{"a new baseline", map[string]string{"baseline": "new baseline.json"}, "0", "5"},
		{"one configuration", map[string]string{"config": "strict/config.yaml"}, "0", "8"}, // each flow has a name that is wrong
		{"a new configuration", map[string]string{"config": "new config.yaml"}, "0", "6"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			j := job{workspace: clone(t), event: event, inputs: map[string]string{}}
			for name, value := range tt.inputs {
				j.inputs[name] = value
			}
			if got := runAction(t, j); got.outputs["errors"] != tt.mine {
				t.Errorf("with its own settings it has %q errors, want %s:\n%s", got.outputs["errors"], tt.mine, got.printed)
			}
			j.inputs["settings-from-base"] = "true"
			got := runAction(t, j)
			if got.outputs["errors"] != tt.bases {
				t.Errorf("with the settings of the base it has %q errors, want %s:\n%s", got.outputs["errors"], tt.bases, got.printed)
			}
			// GitHub would show what is accepted as open.
			if strings.Contains(readFile(t, got.outputs["sarif"]), "suppressions") {
				t.Error("accepted findings are in SARIF")
			}
			if status := (shell{t, j.workspace, env}).must("git", "status", "--porcelain"); status != "" {
				t.Errorf("the checkout is changed: %s", status)
			}
			j.event = nil // a push has no base: it is what others are compared with
			if got := runAction(t, j); got.outputs["errors"] != tt.mine {
				t.Errorf("a push has %q errors, want %s:\n%s", got.outputs["errors"], tt.mine, got.printed)
			}
		})
	}

	t.Run("no way to the base", func(t *testing.T) {
		j := job{workspace: clone(t), event: event, inputs: map[string]string{"settings-from-base": "true"}}
		shell{t, j.workspace, env}.must("git", "remote", "set-url", "origin", "file:///nowhere")
		if got := runAction(t, j); got.status != 2 || len(got.commands) != 1 || !strings.Contains(got.commands[0].Data, "fetch-depth: 0") {
			t.Errorf("it ends with %d:\n%s", got.status, got.printed)
		}
	})
}

// TestActionForm has two tools for workflows judge action.yml, the workflow of this
// project, and those of the README, which all use the action.
func TestActionForm(t *testing.T) {
	actionlint := tool(t, "STUDIOLINT_ACTIONLINT", "actionlint")
	validator := tool(t, "STUDIOLINT_ACTION_VALIDATOR", "action-validator")
	t.Parallel()
	p := projectCopy(t, cleanEnv(t))
	workflows, err := filepath.Glob(filepath.Join(p.dir, ".github", "workflows", "*.yml"))
	if err != nil || len(workflows) == 0 {
		t.Fatalf("there is no workflow: %v", err)
	}
	for i, example := range readmeBlocks(t, "yaml", "jobs:") {
		// The action is that of this commit.
		name := fmt.Sprintf(".github/workflows/readme-%d.yml", i)
		p.write(name, strings.ReplaceAll(example, actionAddress, "./"))
		workflows = append(workflows, filepath.Join(p.dir, name))
	}
	uses := 0
	for _, name := range workflows {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		uses += strings.Count(string(data), "uses: ./\n")
		p.must(actionlint, "-no-color", name)
		// The validator does not know the permission that provenance needs (0.6.0, its newest).
		p.write(".github/workflows/known.yml", strings.Replace(string(data), "      attestations: write", "      #", 1))
		p.must(validator, ".github/workflows/known.yml")
	}
	if uses < 2 {
		t.Errorf("the action is used %d times", uses)
	}
	p.must(validator, filepath.Join(p.dir, "action.yml"))

	// They do find mistakes.
	p.write(".github/workflows/wrong.yml", "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./\n        with: {path: flows}\n")
	if status, out := p.run(actionlint, "-no-color", ".github/workflows/wrong.yml"); status == 0 || !strings.Contains(out, `input "path" is not defined`) {
		t.Errorf("actionlint does not know the inputs of the action: %d %s", status, out)
	}
	p.write("wrong/action.yml", strings.Replace(string(readFile(t, filepath.Join(p.dir, "action.yml"))), "using: composite", "using: bash", 1))
	if status, out := p.run(validator, "wrong/action.yml"); status == 0 {
		t.Errorf("action-validator takes anything: %s", out)
	}
}
