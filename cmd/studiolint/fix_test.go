package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/files"
	"studiolint/lint/fix"
	"studiolint/lint/input"
	"studiolint/rules"
)

// What --diff prints is applied by the real git, and does what fix does.
func TestFixDiffWithGit(t *testing.T) {
	tool(t, "", "git")
	t.Parallel()
	flow := strings.ReplaceAll(shared(t, "flows/good/appointment-reminder.json"), "{{widgets.ask_patient", "{{widgets.Ask_patient")
	windows := strings.ReplaceAll(flow, "\n", "\r\n")
	files := map[string]string{
		"a.json": flow, "flows/it's \"new\" größer.json": flow, "flows/two words.json": flow, "flows/\ttab.json": flow,
		"windows.json": windows, "no-end.json": strings.TrimSpace(flow), "mark.json": "\ufeff" + flow,
		"one-line.json": strings.ReplaceAll(flow, "\n", ""),
	}
	r := repository(t, cleanEnv(t))
	r.must("git", "config", "core.autocrlf", "false")
	for name, text := range files {
		r.write(name, text)
	}
	r.commit("before")
	for _, folder := range []string{".", "flows"} {
		in := shell{t, filepath.Join(r.dir, folder), r.env}
		status, patch := in.run(built(t), "fix", "--unsafe", "--diff")
		if status != exitFindings {
			t.Fatalf("it ends with %d:\n%s", status, patch)
		}
		r.write("../patch.diff", patch)
		if out := r.must("git", "status", "--porcelain"); out != "" {
			t.Errorf("something was written:\n%s", out)
		}
		in.must("git", "apply", "--whitespace=nowarn", filepath.Join(r.dir, "..", "patch.diff"))
		applied := r.must("git", "diff")
		r.must("git", "checkout", "--quiet", ".")
		in.must(built(t), "fix", "--unsafe", "--fail-on", "never", "--quiet", "--output", os.DevNull)
		if fixed := r.must("git", "diff"); fixed != applied || fixed == "" {
			t.Errorf("in %s the patch does something else than fix:\n%s\n%s", folder, applied, fixed)
		}
		if status, out := in.run(built(t), "fix", "--unsafe", "--diff"); status != exitOK || out != "" {
			t.Errorf("afterwards it ends with %d:\n%s", status, out)
		}
		r.must("git", "checkout", "--quiet", ".")
	}
}

// A file that somebody changes while it is mended is left as it is.
func TestFixLeavesWhatChanged(t *testing.T) {
	flow := []byte("\ufeff" + shared(t, "flows/good/ivr.json"))
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.json", "b.json"} {
		if err := os.WriteFile(name, flow, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	opts := lint.Options{Root: files.Here(), Rules: rules.All(), Configs: nil}
	candidates, _ := input.Find([]string{"."}, input.FindOptions{Root: opts.Root})
	m := newMendable(candidates, opts)
	outcome, err := fix.Mend(m, fix.Safe(false))
	if err != nil || len(outcome.After) != 2 {
		t.Fatal(err, len(outcome.After))
	}
	changed := append(flow, '\n')
	if err := os.WriteFile("a.json", changed, 0o666); err != nil {
		t.Fatal(err)
	}
	problems := m.write(outcome)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), "a.json is not mended: it has been changed meanwhile") {
		t.Errorf("it says %v", problems)
	}
	if readFile(t, "a.json") != string(changed) {
		t.Error("it was overwritten")
	}
	if readFile(t, "b.json") != string(flow[3:]) || len(outcome.Made) != 1 {
		t.Error("the other file is not mended")
	}
	if left, err := os.ReadDir("."); err != nil || len(left) != 2 {
		t.Errorf("%v is left behind", left)
	}
}
