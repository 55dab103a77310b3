package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// What the libraries and a small flow touch for the first time is in huge pages: the kernel
// is asked hardly more often than by a program that only imports the libraries. Who sets GOGC gets
// no huge pages, so the same program tells what it would be without.
func TestStartTouchesLittle(t *testing.T) {
	floor := filepath.Join(t.TempDir(), "floor")
	if out, err := exec.Command("go", "build", "-o", floor, "../../testdata/bench/floor.go").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	small := []string{"lint", "--no-config", write(t, t.TempDir(), "flow.json", chain(4))}
	bare := leastFaults(t, nil, floor)
	for _, b := range []struct {
		env  []string
		most float64 // times as many as the floor
	}{
		{[]string{"GOGC=200"}, 1.75}, // 1.55 to 1.65 as a rule; machines map the code of rules in larger and smaller parts
		{nil, 1.1},                   // 0.93 to 1.01 with one huge page
	} {
		if b.env == nil {
			needsHugePages(t)
		}
		got := leastFaults(t, b.env, built(t), small...)
		t.Logf("%d page faults, %d to import the libraries, %v", got, bare, b.env)
		if float64(got) > b.most*float64(bare) {
			t.Errorf("%d page faults, more than %.1f of %d, %v", got, b.most, bare, b.env)
		}
	}
}

// A large flow is read into huge pages.
func TestRoomInHugePages(t *testing.T) {
	needsHugePages(t)
	large := []string{"lint", "--no-config", write(t, t.TempDir(), "flow.json", chain(2000))}
	// What it takes to begin is no matter of the heap, and more where the program has just been linked.
	begun := leastFaults(t, nil, built(t), "version")
	// Where other programs hold the memory, the kernel may have no huge page to give at the moment.
	const tries = 3
	for try := 1; ; try++ {
		with, without := leastFaults(t, nil, built(t), large...)-begun, leastFaults(t, []string{"GOGC=200"}, built(t), large...)-begun
		t.Logf("%d page faults more than %d, %d without", with, begun, without)
		if with <= without*2/3 {
			return
		}
		if try == tries {
			t.Fatalf("%d page faults, and %d without huge pages", with, without)
		}
	}
}

func needsHugePages(t *testing.T) {
	t.Helper()
	if modes, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil || bytes.Contains(modes, []byte("[never]")) {
		t.Skip("the system gives no huge pages")
	}
}

// chain returns a flow of so many widgets, one after the other.
func chain(widgets int) string {
	var states strings.Builder
	states.WriteString(`{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "w0"}], "properties": {}}`)
	for i := range widgets {
		fmt.Fprintf(&states, `, {"name": "w%d", "type": "say-play", "transitions": [{"event": "audioComplete", "next": "w%d"}], "properties": {"say": "This is number %d of the long story that we tell."}}`, i, (i+1)%widgets, i)
	}
	return `{"description": "", "states": [` + states.String() + `], "initial_state": "Trigger", "flags": {}}`
}

// leastFaults returns the least page faults of a few runs of a program: where its heap
// begins is left to chance.
func leastFaults(t *testing.T, env []string, name string, args ...string) int64 {
	t.Helper()
	least := int64(math.MaxInt64)
	for range 5 {
		cmd := exec.Command(name, args...)
		cmd.Env = append(os.Environ(), env...)
		if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != exitFindings {
			t.Fatal(err)
		}
		least = min(least, cmd.ProcessState.SysUsage().(*syscall.Rusage).Minflt)
	}
	return least
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
