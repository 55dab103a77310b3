package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestOnlyNew has a pull request add mistakes to a flow with old ones, which it renames.
func TestOnlyNew(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	env := cleanEnv(t)
	origin := repository(t, env)
	origin.write("flows/lost.json", lostFlow(10))
	origin.write("other/lost.json", lostFlow(3))
	origin.commit("base")
	base := strings.TrimSpace(origin.must("git", "rev-parse", "HEAD"))
	origin.must("git", "checkout", "--quiet", "-b", "change")
	origin.must("git", "rm", "--quiet", "flows/lost.json")
	origin.write("flows/found.json", lostFlow(12))
	origin.commit("change")
	clone := filepath.Join(t.TempDir(), "clone")
	origin.must("git", "clone", "--quiet", "--depth=1", "--branch=change", "file://"+origin.dir, clone)

	event := map[string]any{"pull_request": map[string]any{"base": map[string]any{"sha": base}}}
	j := job{workspace: clone, event: event, inputs: map[string]string{"only-new": "true"}}
	got := runAction(t, j)
	if got.outputs["errors"] != "2" || got.status != 1 || strings.Contains(got.printed, "other/lost.json") {
		t.Errorf("%q errors are new, not 2; it ends with %d:\n%s", got.outputs["errors"], got.status, got.printed)
	}
	for _, c := range got.commands {
		if c.Name == "error" && c.Properties["file"] != "flows/found.json" {
			t.Errorf("%+v is not new", c)
		}
	}
	j.event = nil // a push has no base
	if got := runAction(t, j); got.outputs["errors"] != "15" {
		t.Errorf("a push has %q errors, not 15:\n%s", got.outputs["errors"], got.printed)
	}
	j.inputs["only-new"] = "yes"
	if got := runAction(t, j); got.status != 2 || !strings.Contains(got.commands[0].Data, "only-new") {
		t.Errorf("it ends with %d:\n%s", got.status, got.printed)
	}
}
