package main

import (
	"bytes"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// maxPerByte is how much memory a run may take for each byte of an input of more than
// 1 MB, beside what a run of one small flow takes.
const maxPerByte = 50 // up to 47 for calls of all later ones, as the collector comes

// takesMore are the kinds of input of which more is reported than they are long, and what
// they may take therefore. Their time and memory grow as they do; see TestGrowth.
var takesMore = map[string]int{
	"Terraform":                      76,  // thousands of flows in one file, of each of which is kept what rules have found out: 65 to 69
	"words that are offered in vain": 52,  // three findings, with their places, in half a KB: 48 to 51
	"files below house rules":        320, // for each flow findings of a hundred rules: 160 times the input
}

// TestMemory has the built program check an input of each kind, of at least 1 MB, and
// measures the most memory that it takes.
func TestMemory(t *testing.T) {
	if os.Getenv("STUDIOLINT_GROWTH") != "1" {
		t.Skip("STUDIOLINT_GROWTH=1 runs it")
	}
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	small := peak(t, name, blowUps[0].make(t, 1))
	for _, kind := range blowUps {
		t.Run(kind.name, func(t *testing.T) {
			args, size := grown(t, kind)
			if size < 1<<20 {
				t.Skipf("it has only %d bytes", size)
			}
			most := max(maxPerByte, takesMore[kind.name])
			took := float64(peak(t, name, args)-small) / float64(size)
			t.Logf("%.1f bytes of memory for one of %d", took, size)
			if took > float64(most) {
				t.Errorf("%.1f bytes of memory for one of %d, more than %d", took, size, most)
			}
			if most > maxPerByte && took < 0.8*maxPerByte { // as the collector comes, it is more or less
				t.Errorf("it is no exception any more")
			}
		})
	}
}

// grown makes an input of a kind of at least 1 MB, as far as it grows.
func grown(t *testing.T, kind blowUp) (args []string, size int64) {
	for n := kind.from; ; n *= 2 {
		before := size
		args = kind.make(t, n)
		if size = sizeOf(t, args); size >= 1<<20 || size == before {
			return args, size
		}
	}
}

// peak runs a program and returns the most memory that it had at a time. What the system
// says of a process that has ended may be the memory of the one that began it.
func peak(t *testing.T, name string, args []string) (most int64) {
	t.Helper()
	if args[0] != "promote" && args[0] != "inventory" {
		args = append([]string{"lint", "--format", "json"}, args...)
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	go func() { done <- cmd.Wait() }()
	for {
		select {
		case <-done:
			if cmd.ProcessState.ExitCode() < 0 {
				t.Fatalf("it ended with %v", cmd.ProcessState)
			}
			return most
		case <-time.After(time.Millisecond):
			most = max(most, residentIn(cmd.Process.Pid))
		}
	}
}

// residentIn returns the most memory that a process has had so far, 0 when that cannot be
// told.
func residentIn(pid int) int64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	number, _, _ := bytes.Cut(bytes.TrimSpace(rest), []byte(" "))
	n, _ := strconv.ParseInt(string(number), 10, 64)
	return n << 10
}
