package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"studiolint/lint/files"
	"studiolint/lint/script"
)

// installed returns a program of the machine. Without it the test is skipped, or fails when
// the environment says that nothing may be.
func installed(t *testing.T, name string) string {
	t.Helper()
	found, err := exec.LookPath(name)
	if err == nil {
		return found
	}
	if os.Getenv("STUDIOLINT_NO_SKIP") == "1" {
		t.Fatal(err)
	}
	t.Skip(err)
	return ""
}

// Debian's lcov sums the tracefile up as the coverage is, and genhtml makes pages of it.
func TestLcovTools(t *testing.T) {
	lcov, genhtml := installed(t, "lcov"), installed(t, "genhtml")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"flow.json": `{"initial_state": "Trigger", "states": [
  {"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [
    {"event": "incomingCall", "next": "menu, main"}]},
  {"name": "menu, main", "type": "gather-input-on-call", "properties": {"say": "Press 1"}, "transitions": [
    {"event": "keypress", "next": "bye"},
    {"event": "speech"}]},
  {"name": "bye", "type": "say-play", "properties": {"say": "Bye"}, "transitions": [{"event": "audioComplete"}]}]}`,
		"a.flowtest.yaml": "flow: flow.json\ntests: [{name: a, steps: [press: \"1\"]}]\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r := script.Run([]string{"a.flowtest.yaml"}, &script.Loader{Root: files.Root{FS: files.OS{}, Dir: dir}}, script.Options{Coverage: true})
	if r.Count(script.Passed) != 1 {
		t.Fatal(r.Summary(), r.Problems)
	}
	var b bytes.Buffer
	if err := WriteCoverage(&b, "lcov", r.Coverage, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "out.info"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) string {
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		return string(out)
	}
	out := run(lcov, "--rc", "lcov_branch_coverage=1", "--summary", "out.info")
	for _, want := range []string{"83.3% (5 of 6 lines)", "100.0% (3 of 3 functions)", "75.0% (3 of 4 branches)"} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("lcov does not say %q:\n%s", want, out)
		}
	}
	if out := run(genhtml, "--branch-coverage", "--output-directory", "html", "out.info"); !strings.Contains(out, "flow.json") {
		t.Errorf("genhtml: %s", out)
	}
}
