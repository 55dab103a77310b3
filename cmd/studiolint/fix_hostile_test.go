package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// slipped is a flow with a slip that fix mends, and the flow without it.
func slipped(t *testing.T) (before, after string) {
	t.Helper()
	after = shared(t, "flows/good/appointment-reminder.json")
	if before = strings.ReplaceAll(after, "{{widgets.ask_patient", "{{widgets.Ask_patient"); before == after {
		t.Fatal("the flow has no such reference")
	}
	return before, after
}

// However a run is interrupted, each file is as it was or mended, and nothing is left over.
func TestFixInterrupted(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the program often")
	}
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no such signals")
	}
	t.Parallel()
	program := built(t)
	times := 60
	if os.Getenv("STUDIOLINT_LONG") != "" {
		times = 1000
	}
	before, after := slipped(t)
	dir := t.TempDir()
	names := []string{"a.json", "b.json", "c.json", "d.json"}
	write := func() {
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(before), 0o640); err != nil {
				t.Fatal(err)
			}
		}
	}
	start := func() *exec.Cmd {
		cmd := exec.Command(program, "fix", "--no-config", "--fail-on", "never", "--output", os.DevNull, ".")
		cmd.Dir, cmd.Env = dir, cleanEnv(t)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	write()
	began := time.Now()
	if err := start().Wait(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	untouched, whole, part := 0, 0, 0
	for i := range times {
		write()
		cmd := start()
		time.Sleep(time.Duration(rand.Int64N(int64(took)*5/4 + 1)))
		cmd.Process.Signal([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}[i%3]) // it may have ended
		cmd.Wait()
		mended := 0
		for _, name := range names {
			file := filepath.Join(dir, name)
			switch text := readFile(t, file); text {
			case after:
				mended++
			case before:
			default:
				t.Fatalf("%s is damaged: it has %d bytes", name, len(text))
			}
			if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
				t.Fatalf("%s: %v %v", name, info.Mode(), err)
			}
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != len(names) {
			t.Fatalf("something is left: %v", entries)
		}
		switch mended {
		case 0:
			untouched++
		case len(names):
			whole++
		default:
			part++
		}
	}
	t.Logf("of %d runs %d were interrupted before they wrote, %d between two files, %d after", times, untouched, part, whole)
	if untouched == 0 || whole == 0 {
		t.Errorf("the interrupts came at one time only: %d, %d, %d", untouched, part, whole)
	}
}

// What cannot be written is said, and stays as it is: a read-only file, a file in a folder
// that nothing can be put into, and a file on a full disk. Other files are mended.
func TestFixWhatCannotBeWritten(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	before, after := slipped(t)
	dir := t.TempDir()
	t.Chdir(dir)
	put := func(name string, mode os.FileMode) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(before), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	put("free.json", 0o666)
	var names, reasons []string
	if os.Geteuid() != 0 { // root may write everywhere
		put("read-only.json", 0o444)
		names, reasons = append(names, "read-only.json"), append(reasons, "read-only.json is not mended: permission denied")
		put("shut/flow.json", 0o666)
		if err := os.Chmod("shut", 0o555); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(filepath.Join(dir, "shut"), 0o777) })
		names, reasons = append(names, "shut/flow.json"), append(reasons, "shut/flow.json is not mended: ")
	}
	if full, err := fullDisk(t, before); err == nil {
		names, reasons = append(names, full), append(reasons, full+" is not mended: ")
	} else {
		t.Logf("no full disk: %v", err)
	}
	if len(names) == 0 {
		t.Skip("there is nothing that cannot be written")
	}
	var stdout, stderr strings.Builder
	c := command{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
	status := c.main(append([]string{"fix", "--fail-on", "never", "free.json"}, names...))
	if status != exitFailed {
		t.Errorf("it ends with %d", status)
	}
	holds(t, "standard error", stderr.String(), append(reasons, "mended 1 of ")...)
	for _, name := range names {
		if readFile(t, name) != before {
			t.Errorf("%s is not as it was", name)
		}
		left, err := filepath.Glob(filepath.Join(filepath.Dir(name), ".studiolint-*"))
		if err != nil || len(left) > 0 {
			t.Errorf("%v is left, %v", left, err)
		}
	}
	if readFile(t, "free.json") != after {
		t.Error("the other file is not mended")
	}
}

// fullDisk returns a file on a disk that has no room for another one like it.
func fullDisk(t *testing.T, text string) (string, error) {
	if os.Geteuid() != 0 || runtime.GOOS != "linux" {
		return "", errors.New("only root can make one")
	}
	if err := os.Mkdir("full", 0o777); err != nil {
		return "", err
	}
	size := (len(text)/4096 + 2) * 4096 // the file, the folder, and less than the file again
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%d", size), "studiolint", "full").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	dir, err := filepath.Abs("full")
	if err != nil {
		return "", err
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	})
	return "full/flow.json", os.WriteFile("full/flow.json", []byte(text), 0o666)
}

// Only the bytes of the fixes change, whatever the ends of lines and of the file.
func TestFixKeepsBytes(t *testing.T) {
	before, after := slipped(t)
	t.Chdir(t.TempDir())
	for name, change := range map[string]func(string) string{
		"CRLF":               func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"no last line break": strings.TrimSpace,
		"one line":           func(s string) string { return strings.Join(strings.Fields(s), " ") },
		"blank lines":        func(s string) string { return "\n\n" + s + "\n \t\r\n" },
		"escapes": func(s string) string {
			return strings.Replace(s, "{{widgets.", `\u007b\u007bwidgets.`, 1)
		},
	} {
		if err := os.WriteFile("flow.json", []byte(change(before)), 0o666); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr strings.Builder
		c := command{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
		if status := c.main([]string{"fix", "flow.json"}); status != exitOK {
			t.Errorf("%s: it ends with %d: %s", name, status, &stderr)
		}
		if readFile(t, "flow.json") != change(after) {
			t.Errorf("%s: other bytes have changed", name)
		}
	}
}
