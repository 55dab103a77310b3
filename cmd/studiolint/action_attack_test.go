package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestActionAttacks has a pull request try to get out of the settings of its base by
// other ways than changing them, and to have files printed that are not its own.
func TestActionAttacks(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	env := cleanEnv(t)
	off := "rules: {dangling-transition: off, widget-name: off}\n"
	// start returns the repository before the change and the job that judges the change.
	start := func(t *testing.T) (shell, job) {
		t.Helper()
		r := repository(t, env)
		r.write("flows/ivr.json", shared(t, "flows/good/ivr.json"))
		r.write("config/real.yaml", "rules: {widget-name: error}\n")
		link(t, "config/real.yaml", filepath.Join(r.dir, ".studiolint.yaml"))
		link(t, "../config", filepath.Join(r.dir, "flows", "settings"))
		r.write("config/baseline.json", `{"version": 1, "tool": "", "findings": []}`)
		r.commit("base")
		base := strings.TrimSpace(r.must("git", "rev-parse", "HEAD"))
		return r, job{
			workspace: r.dir, inputs: map[string]string{"settings-from-base": "true", "paths": "flows"},
			event: map[string]any{"pull_request": map[string]any{"base": map[string]any{"sha": base}}},
		}
	}
	secret := write(t, t.TempDir(), "secret.json", lostFlow(1))

	for _, tt := range []struct {
		name   string
		attack func(t *testing.T, r shell, j *job)
		errors string // with the settings of the base; "" when nothing can be checked
		says   string
	}{
		{"changes", func(t *testing.T, r shell, j *job) { r.write("flows/.studiolint.yaml", off) }, "2", ""},
		{"nested repository", func(t *testing.T, r shell, j *job) {
			(shell{t, filepath.Join(r.dir, "flows"), env}).must("git", "init", "--quiet")
			r.write("flows/.studiolint.yaml", off)
		}, "2", ""},
		{"submodule", func(t *testing.T, r shell, j *job) {
			r.write("flows/.git", "gitdir: ../.git/modules/flows\n")
			r.write(".git/modules/flows/HEAD", "ref: refs/heads/main\n")
			r.write("flows/.studiolint.yaml", off)
		}, "2", ""},
		{"working directory in a nested repository", func(t *testing.T, r shell, j *job) {
			(shell{t, filepath.Join(r.dir, "flows"), env}).must("git", "init", "--quiet")
			r.write("flows/.studiolint.yaml", off)
			j.inputs["working-directory"], j.inputs["paths"] = "flows", "."
		}, "2", ""},
		{"attributes", func(t *testing.T, r shell, j *job) {
			// A filter would be run, and the encoding would make the settings unreadable.
			r.write(".gitattributes", "*.yaml filter=x working-tree-encoding=UTF-16 eol=crlf\n")
			r.must("git", "config", "filter.x.smudge", "touch pwned; cat /dev/null")
		}, "2", ""},
		{"settings by links", func(t *testing.T, r shell, j *job) {
			j.inputs["config"] = "flows/settings/real.yaml"
			j.inputs["baseline"] = "flows/settings/baseline.json"
			r.write("config/real.yaml", off)
		}, "2", ""},
		{"a flow from elsewhere", func(t *testing.T, r shell, j *job) {
			link(t, secret, filepath.Join(r.dir, "flows", "lost.json"))
			j.inputs["paths"] = "flows/lost.json"
		}, "0", "flows/lost.json: it is a link that leads out of the repository"},
		{"a folder from elsewhere", func(t *testing.T, r shell, j *job) {
			link(t, filepath.Dir(secret), filepath.Join(r.dir, "more"))
			j.inputs["paths"] = "more"
		}, "0", "more: it is a link that leads out of the repository"},
		{"a configuration from elsewhere", func(t *testing.T, r shell, j *job) {
			link(t, secret, filepath.Join(r.dir, "flows", ".studiolint.yaml"))
			j.inputs["settings-from-base"] = "false"
		}, "0", "flows/.studiolint.yaml is a link that leads out of the repository"},
		{"a baseline from elsewhere", func(t *testing.T, r shell, j *job) {
			link(t, secret, filepath.Join(r.dir, "baseline.json"))
			j.inputs["settings-from-base"], j.inputs["baseline"] = "false", "baseline.json"
		}, "", "baseline.json is a link that leads out of the repository"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, j := start(t)
			r.write("flows/lost.json", strings.ReplaceAll(lostFlow(1), "hello_", "hello "))
			if strings.HasPrefix(tt.name, "a ") {
				os.Remove(filepath.Join(r.dir, "flows", "lost.json"))
			}
			tt.attack(t, r, &j)
			got := runAction(t, j)
			if got.outputs["errors"] != tt.errors {
				t.Errorf("it finds %q errors, want %q:\n%s", got.outputs["errors"], tt.errors, got.printed)
			}
			if tt.says != "" {
				holds(t, "the log", got.printed, tt.says)
				if n := kinds(got.commands)["error"]; got.status != 2 || n != 1 {
					t.Errorf("it ends with %d and %d errors of the step", got.status, n)
				}
			}
			if strings.Contains(got.printed+got.summary, "lost_1") && tt.says != "" {
				t.Errorf("what lies elsewhere is printed:\n%s", got.printed)
			}
			if _, err := os.Stat(filepath.Join(r.dir, "pwned")); err == nil {
				t.Error("a filter of the repository ran")
			}
		})
	}
}

func link(t testing.TB, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}
