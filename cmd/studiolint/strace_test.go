package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"studiolint/lint/report"
)

// filesWritten find in strace's words what a run opened to write, and what it made,
// moved or removed; of a move it is the new name.
var filesWritten = []*regexp.Regexp{
	regexp.MustCompile(`(?m)(?:open|openat|creat)\([^"\n]*"([^"]+)"[^"\n]*(?:O_WRONLY|O_RDWR|O_CREAT)[^"\n]*= \d+`),
	regexp.MustCompile(`(?m)(?:rename|unlink|mkdir|link|symlink)(?:at2?)?\(.*"([^"]+)"[^"\n]*\)\s*= 0`),
}

// No command opens a socket, and none writes a file that nobody asked for.
func TestOfflineAndClean(t *testing.T) {
	s := shell{t, t.TempDir(), cleanEnv(t)}
	strace := tool(t, "", "strace")
	if err := os.WriteFile(filepath.Join(s.dir, "flow.json"), []byte(lostFlow(2)), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, call := range []struct{ args, writes string }{
		{"lint flow.json", ""}, {"lint .", ""}, {"rules", ""}, {"explain widget-name", ""}, {"version", ""}, {"--help", ""}, {"completion bash", ""},
		{"baseline -o base.json flow.json", "base.json"}, {"lint --baseline base.json flow.json", ""}, {"init", ".studiolint.yaml"},
		{"fix --diff flow.json", ""}, {"test --generate made.flowtest.yaml flow.json", "made.flowtest.yaml"}, {"test --coverage .", ""},
		{"schema test", ""}, {"play --event incomingCall flow.json", ""},
	} {
		checkTraced(t, s, strace, strings.Fields(call.args), call.writes)
	}
	for _, format := range report.Formats() {
		checkTraced(t, s, strace, []string{"lint", "--format", format.Name, "flow.json"}, "")
		checkTraced(t, s, strace, []string{"lint", "--format", format.Name + "=out", "flow.json"}, "out")
	}
}

func checkTraced(t *testing.T, s shell, strace string, args []string, writes string) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	s.run(strace, append([]string{"-f", "-qq", "-e", "trace=network,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat", "-o", log, built(t)}, args...)...)
	text := readFile(t, log)
	if !strings.Contains(text, "openat(") {
		t.Fatalf("%v: nothing was traced: %.200s", args, text)
	}
	if strings.Contains(text, "socket(") {
		t.Errorf("%v opens a socket", args)
	}
	wrote := false
	for _, pattern := range filesWritten {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			name := filepath.Base(m[1])
			wrote = wrote || name == writes
			if name != writes && !(writes != "" && strings.HasPrefix(name, ".studiolint-")) && m[1] != "/dev/null" {
				t.Errorf("%v writes %s", args, m[1])
			}
		}
	}
	if wrote != (writes != "") {
		t.Errorf("%v: %s was written: %v", args, writes, wrote)
	}
}
