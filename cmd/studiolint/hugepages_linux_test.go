package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A large flow is read into huge pages: the kernel is asked for far fewer. Who sets GOGC
// gets none, so the same program tells what it would be without.
func TestRoomInHugePages(t *testing.T) {
	if modes, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil || bytes.Contains(modes, []byte("[never]")) {
		t.Skip("the system gives no huge pages")
	}
	var states strings.Builder
	states.WriteString(`{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "w0"}], "properties": {}}`)
	const widgets = 2000
	for i := range widgets {
		fmt.Fprintf(&states, `, {"name": "w%d", "type": "say-play", "transitions": [{"event": "audioComplete", "next": "w%d"}], "properties": {"say": "This is number %d of the long story that we tell."}}`, i, (i+1)%widgets, i)
	}
	name := filepath.Join(t.TempDir(), "flow.json")
	flow := `{"description": "", "states": [` + states.String() + `], "initial_state": "Trigger", "flags": {}}`
	if err := os.WriteFile(name, []byte(flow), 0o644); err != nil {
		t.Fatal(err)
	}
	faults := func(env ...string) int64 {
		cmd := exec.Command(built(t), "lint", "--no-config", name)
		cmd.Env = append(os.Environ(), env...)
		if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != exitFindings {
			t.Fatal(err)
		}
		return cmd.ProcessState.SysUsage().(*syscall.Rusage).Minflt
	}
	with, without := faults(), faults("GOGC=200")
	t.Logf("%d page faults, %d without", with, without)
	if with > without*3/4 {
		t.Errorf("%d page faults, and %d without huge pages", with, without)
	}
}
