package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// What the libraries and a small flow touch for the first time is in huge pages: the kernel
// is asked for far fewer. Who sets GOGC gets none, so the same program tells what it would
// be without.
func TestStartInHugePages(t *testing.T) {
	faultsSpared(t, 4)
}

// A large flow is read into huge pages.
func TestRoomInHugePages(t *testing.T) {
	faultsSpared(t, 2000)
}

// faultsSpared is an error unless huge pages spare a run over so many widgets a quarter of
// its page faults.
func faultsSpared(t *testing.T, widgets int) {
	t.Helper()
	if modes, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil || bytes.Contains(modes, []byte("[never]")) {
		t.Skip("the system gives no huge pages")
	}
	var states strings.Builder
	states.WriteString(`{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "w0"}], "properties": {}}`)
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
	with, without := min(faults(), faults(), faults()), faults("GOGC=200") // where the heap begins is left to chance
	t.Logf("%d page faults, %d without", with, without)
	if with > without*3/4 {
		t.Errorf("%d page faults, and %d without huge pages", with, without)
	}
}

// Pages are set up before the libraries take memory: Go initialises in this order.
func TestPagesComeFirst(t *testing.T) {
	turns := initialised(t)
	const pages, first = "studiolint/cmd/studiolint/heap/pages", "os"
	if i, j := slices.Index(turns, pages), slices.Index(turns, first); i < 0 || j < i {
		t.Errorf("%s is initialised as package %d, and %s as %d", pages, i, first, j)
	}
}

// initialised returns the packages that run code before the program does, in their order.
func initialised(t *testing.T) (names []string) {
	t.Helper()
	cmd := exec.Command(built(t), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(trace.String()) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "init" {
			names = append(names, f[1])
		}
	}
	return names
}
