package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"studiolint/lint/report"
)

// A file is replaced at once; a link is followed, and the mode stays.
func TestWriteFile(t *testing.T) {
	t.Chdir(t.TempDir())
	names := func() []string {
		var list []string
		entries, err := os.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			list = append(list, e.Name())
		}
		return list
	}
	if err := writeFile("b.json", []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod("b.json", 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b.json", "link.json"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("folder", 0o777); err != nil {
		t.Fatal(err)
	}
	before := names()
	for _, path := range []string{"folder", "missing/b.json", "b.json/c.json"} {
		if err := writeFile(path, []byte("old")); err == nil {
			t.Errorf("%s was written", path)
		}
	}
	if err := writeFile("link.json", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if text := readFile(t, "b.json"); text != "new" {
		t.Errorf("the link was not followed: %s", text)
	}
	if info, err := os.Stat("b.json"); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v now", info.Mode())
	}
	if info, err := os.Lstat("link.json"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is none any more")
	}
	if after := names(); !slices.Equal(before, after) {
		t.Errorf("left behind: %v", after)
	}
}

// What cannot be written in a folder leaves the old text as it was.
func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	t.Chdir(t.TempDir())
	if err := writeFile("b.json", []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(".", 0o555); err != nil {
		t.Fatal(err)
	}
	if err := writeFile("b.json", []byte("new")); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
	if readFile(t, "b.json") != "old" {
		t.Error("the old text is lost")
	}
}

// A new file has the mode that the umask leaves.
func TestUmask(t *testing.T) {
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.must("sh", "-c", `umask 027; echo '{}' > in.json; "$0" baseline --skip-other -o new.json in.json`, built(t))
	info, err := os.Stat(filepath.Join(s.dir, "new.json"))
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info, err)
	}
}

// An interrupt of a command that writes leaves the old file or the new one, and nothing
// beside it. For fix, see its own tests.
func TestInterrupt(t *testing.T) {
	rounds := 15
	if os.Getenv("STUDIOLINT_LONG") == "1" {
		rounds = 1000
	}
	for _, tt := range []struct {
		writes string
		old    string // "" for no file
		args   []string
	}{
		{"out.json", "old", []string{"lint", "--no-config", "-o", "out.json", "--format", "json", "in.json"}},
		{"base.json", "old", []string{"baseline", "--no-config", "-o", "base.json", "in.json"}},
		{".studiolint.yaml", "", []string{"init"}},
	} {
		t.Run(tt.args[0], func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			write(t, dir, "in.json", lostFlow(200))
			out := filepath.Join(dir, tt.writes)
			// run starts afresh and ends by a signal after some time, or by itself for none.
			run := func(signal os.Signal, after time.Duration) *os.ProcessState {
				os.Remove(out)
				if tt.old != "" {
					write(t, dir, tt.writes, tt.old)
				}
				cmd := exec.Command(built(t), tt.args...)
				cmd.Dir = dir
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				if signal != nil {
					time.Sleep(after)
					cmd.Process.Signal(signal)
				}
				cmd.Wait()
				return cmd.ProcessState
			}
			run(nil, 0)
			start := time.Now()
			run(nil, 0)
			took, want := time.Since(start), readFile(t, out)
			ended := map[bool]int{}
			for i := range rounds {
				state := run([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}[i%3], time.Duration(rand.Int64N(int64(took)*5/4)))
				ended[state.Exited()]++
				text, err := os.ReadFile(out)
				if string(text) != want && string(text) != tt.old || err != nil && tt.old != "" {
					t.Fatalf("half a file: %d bytes, %v", len(text), err)
				}
				if left, err := filepath.Glob(filepath.Join(dir, ".studiolint-*")); err != nil || len(left) > 0 {
					t.Fatalf("left behind: %v, %v", left, err)
				}
			}
			t.Logf("%d ran to their end, %d did not", ended[true], ended[false])
		})
	}
}

// A full disk is told, is no reason to read the help, and fails the help itself.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full")
	}
	defer full.Close()
	flow := filepath.Join(t.TempDir(), "flow.json")
	if err := os.WriteFile(flow, []byte(lostFlow(1)), 0o666); err != nil {
		t.Fatal(err)
	}
	calls := [][]string{{"--help"}, {"help", "lint"}, {"lint", "--help"}, {"rules"}, {"explain", "widget-name"}, {"version"}, {"completion", "bash"}}
	for _, format := range report.Formats() {
		calls = append(calls, []string{"lint", "--format", format.Name, flow})
	}
	for _, args := range calls {
		var stderr bytes.Buffer
		c := command{stdin: strings.NewReader(""), stdout: full, stderr: &stderr}
		if status := c.main(args); status != exitFailed || !strings.Contains(stderr.String(), "no space left") || strings.Contains(stderr.String(), "Run ") {
			t.Errorf("%v: %d, %s", args, status, stderr.String())
		}
	}
}
