package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestPreCommit has the real pre-commit build the hooks from a clone of this project
// and judge commits in another repository.
func TestPreCommit(t *testing.T) {
	preCommit := tool(t, "", "pre-commit")
	t.Parallel()
	// With -trimpath what has been built is found again, though the clone is another.
	env := append(cleanEnv(t), "PRE_COMMIT_HOME="+t.TempDir(), "PRE_COMMIT_COLOR=never", "GOFLAGS=-trimpath")
	hooks := projectCopy(t, env)
	rev := strings.TrimSpace(hooks.must("git", "rev-parse", "HEAD"))

	r := repository(t, env)
	r.write(".pre-commit-config.yaml", strings.NewReplacer("https://github.com/OWNER/studiolint", hooks.dir, "COMMIT", rev).
		Replace(readmeBlocks(t, "yaml", "id: studiolint-project")[0]))
	r.must(preCommit, "validate-manifest", hooks.dir+"/.pre-commit-hooks.yaml")
	r.must(preCommit, "install", "--install-hooks")

	t.Run("fix", func(t *testing.T) { testFixHook(t, preCommit, hooks.dir, rev, env) })
	t.Run("test", func(t *testing.T) { testTestHook(t, preCommit, hooks.dir, rev, env) })

	good, bad := shared(t, "flows/good/ivr.json"), shared(t, "flows/broken/reception.json")
	const perFile, whole = "Twilio Studio flows.", "Twilio Studio flows (project)."
	for _, step := range []struct {
		name          string
		files         map[string]string
		passes        bool
		perFile       string // what pre-commit says of each hook
		whole         string
		says, mayNot  []string
		withoutHooks  bool
		removedBefore string
	}{
		{
			name: "nothing to check", files: map[string]string{"notes.txt": "{"},
			passes: true, perFile: "Skipped", whole: "Skipped",
		},
		{
			name: "other JSON", files: map[string]string{"package.json": `{"name": "shop"}`, "tsconfig.json": "{\n  // a comment\n}", "map.json": `{"states": ["Ohio"]}`},
			passes: true, perFile: "Passed", whole: "Passed",
		},
		{
			name: "a good flow", files: map[string]string{"flows/ivr.json": good},
			passes: true, perFile: "Passed", whole: "Passed",
		},
		{
			name: "a bad flow beside other JSON", files: map[string]string{"flows/reception.json": bad, "package.json": `{"name": "store"}`},
			perFile: "Failed", whole: "Passed",
			says: []string{"flows/reception.json:", ": warning: ", ": error: "}, mayNot: []string{"package.json"},
		},
		{
			name: "a flow with a trailing comma", files: map[string]string{"flows/reception.json": strings.Replace(good, "}", ",}", 1)},
			perFile: "Failed", whole: "Passed", says: []string{"[json-syntax]"},
		},
		{
			name: "names", removedBefore: "flows/reception.json",
			files: map[string]string{"--no-config.json": bad, "-.json": bad, "flows/it's \"new\" $(id) größer.JSON": bad, "flows/[a] {b}*.json": bad},
			says:  []string{"\n--no-config.json:", "\n-.json:", "\nflows/it's \"new\" $(id) größer.JSON:", "\nflows/[a] {b}*.json:"}, perFile: "Failed", whole: "Passed",
		},
		{
			name: "a bad flow past the hooks", files: map[string]string{"flows/old.json": bad}, passes: true, withoutHooks: true,
			removedBefore: "flows/[a] {b}*.json",
		},
		{
			name: "package.json beside an old bad flow", files: map[string]string{"package.json": `{"name": "mall"}`, "web/tsconfig.app.json": "{}"},
			passes: true, perFile: "Passed", whole: "Skipped",
		},
		{
			name: "Terraform", files: map[string]string{"main.tf": "locals {}\n"}, passes: true, perFile: "Passed", whole: "Passed",
		},
		{
			name: "a good flow beside an old bad one", files: map[string]string{"flows/ivr.json": good + "\n"},
			passes: true, perFile: "Passed", whole: "Passed",
		},
		{
			name: "a flow that calls another", files: map[string]string{"flows/a.json": calls("a", "b")},
			passes: true, perFile: "Passed", whole: "Passed",
		},
		{
			name: "one that calls it back", files: map[string]string{"flows/b.json": calls("b", "a")},
			perFile: "Passed", whole: "Failed", says: []string{"[subflow-graph]"},
		},
		{
			name: "a configuration accepts it", files: map[string]string{".studiolint.yaml": "rules: {subflow-graph: off}\n"},
			passes: true, perFile: "Passed", whole: "Passed",
		},
	} {
		t.Run(step.name, func(t *testing.T) {
			s := shell{t, r.dir, r.env}
			if step.removedBefore != "" {
				s.must("git", "reset", "--quiet", "--hard")
			}
			for name, text := range step.files {
				s.write(name, text)
			}
			s.must("git", "add", "--all")
			args := []string{"commit", "--message", step.name}
			if step.withoutHooks {
				args = append(args, "--no-verify")
			}
			status, out := s.run("git", args...)
			if (status == 0) != step.passes {
				t.Fatalf("the commit ends with %d:\n%s", status, out)
			}
			for hook, want := range map[string]string{perFile: step.perFile, whole: step.whole} {
				if got := resultOf(out, hook); got != want {
					t.Errorf("%s is %q, want %q:\n%s", hook, got, want, out)
				}
			}
			holds(t, "the commit", out, step.says...)
			for _, word := range step.mayNot {
				if strings.Contains(out, word) {
					t.Errorf("the commit speaks of %s:\n%s", word, out)
				}
			}
		})
	}
}

// testTestHook has the hook run the tests of the flows: a commit that breaks one stops.
func testTestHook(t *testing.T, preCommit, from, rev string, env []string) {
	r := repository(t, env)
	r.write(".pre-commit-config.yaml", "repos:\n  - repo: "+from+"\n    rev: "+rev+"\n    hooks:\n      - id: studiolint-test\n")
	r.must(preCommit, "install", "--install-hooks")
	flow := shared(t, "flows/good/ivr.json")
	r.write("ivr.flowtest.yaml", "flow: ivr.json\ntests: [{name: greets, steps: [expect: Harbour Dental], end: {waiting: main_menu}}]\n")
	for _, step := range [][2]string{{flow, "Passed"}, {strings.ReplaceAll(flow, "Harbour Dental", "Seaside Dental"), "Failed"}} {
		want := step[1]
		r.write("ivr.json", step[0])
		r.must("git", "add", "--all")
		_, out := r.run("git", "commit", "--message", "a flow")
		if got := resultOf(out, "Twilio Studio flows (tests)"); got != want {
			t.Errorf("the hook is %q, want %q:\n%s", got, want, out)
		}
	}
}

// calls returns a Flow that runs another one as its subflow. Its SID is its letter.
func calls(name, other string) string {
	sid := func(letter string) string { return "FW" + strings.Repeat(letter, 32) }
	return `{"sid": "` + sid(name) + `", "friendly_name": "` + name + `", "status": "published", "revision": 1, "definition": {
  "description": "` + name + `",
  "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingRequest", "next": "run_other"}], "properties": {}},
    {"name": "run_other", "type": "run-subflow", "transitions": [{"event": "completed"}, {"event": "failed"}],
     "properties": {"flow_sid": "` + sid(other) + `", "flow_revision": "LatestPublished", "parameters": []}}
  ],
  "initial_state": "Trigger",
  "flags": {"allow_concurrent_calls": true}
}}
`
}

// testFixHook has the hook mend what is committed: the commit stops when a file was changed,
// and passes once it is added.
func testFixHook(t *testing.T, preCommit, from, rev string, env []string) {
	r := repository(t, env)
	r.write(".pre-commit-config.yaml", "repos:\n  - repo: "+from+"\n    rev: "+rev+"\n    hooks:\n      - id: studiolint-fix\n")
	r.must(preCommit, "install", "--install-hooks")
	good := shared(t, "flows/good/appointment-reminder.json")
	slip := strings.Replace(good, "{{widgets.ask_patient", "{{widgets.Ask_patient", 1)
	if slip == good {
		t.Fatal("the flow has no such reference")
	}
	r.write("--flow 1.json", slip)
	r.write("package.json", `{"name": "shop", }`)
	r.must("git", "add", "--all")
	status, out := r.run("git", "commit", "--message", "slip")
	if status == 0 || resultOf(out, "Twilio Studio flows (mend).") != "Failed" {
		t.Errorf("the commit ends with %d:\n%s", status, out)
	}
	holds(t, "the commit", out, "files were modified by this hook", "mended 1 of ")
	if got := readFile(t, filepath.Join(r.dir, "--flow 1.json")); got != good {
		t.Errorf("the flow is not what it was:\n%s", got)
	}
	if got := readFile(t, filepath.Join(r.dir, "package.json")); got != `{"name": "shop", }` {
		t.Errorf("what is no flow has been changed: %s", got)
	}
	r.must("git", "add", "--all")
	if status, out := r.run("git", "commit", "--message", "mended"); status != 0 || resultOf(out, "Twilio Studio flows (mend).") != "Passed" {
		t.Errorf("the second commit ends with %d:\n%s", status, out)
	}
}

// resultOf returns the word at the end of a hook's line; "" without the line.
func resultOf(printed, hook string) string {
	for line := range strings.Lines(printed) {
		if strings.HasPrefix(line, hook) {
			line = strings.TrimSpace(line)
			return line[strings.LastIndexAny(line, ".)")+1:]
		}
	}
	return ""
}

// TestPreCommitWithNode has pre-commit take the program from npm.
func TestPreCommitWithNode(t *testing.T) {
	t.Parallel()
	preCommit := tool(t, "", "pre-commit")
	tool(t, "", "npm")
	env := append(npmEnv(t, released(t)), "PRE_COMMIT_HOME="+t.TempDir(), "PRE_COMMIT_COLOR=never")
	r := repository(t, env)
	r.write(".pre-commit-config.yaml", strings.ReplaceAll(readmeBlocks(t, "yaml", "language: node")[0], "VERSION", distVersion))
	r.must(preCommit, "install", "--install-hooks")
	for name, passes := range map[string]bool{"flows/good/ivr.json": true, "flows/broken/reception.json": false} {
		r.write("flow.json", shared(t, name))
		r.must("git", "add", "--all")
		status, out := r.run("git", "commit", "--message", name)
		if (status == 0) != passes || resultOf(out, "Twilio Studio flows.") != map[bool]string{true: "Passed", false: "Failed"}[passes] {
			t.Errorf("%s: the commit ends with %d:\n%s", name, status, out)
		}
	}
}
