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

// An interrupt leaves the old file or the new one, and nothing beside it.
func TestInterrupt(t *testing.T) {
	rounds := 30
	if os.Getenv("STUDIOLINT_LONG") == "1" {
		rounds = 1000
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.json"), filepath.Join(dir, "out.json")
	if err := os.WriteFile(in, []byte(lostFlow(200)), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(out, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	ended := map[bool]int{}
	for i := range rounds {
		cmd := exec.Command(built(t), "lint", "--no-config", "-o", out, "--format", "json", in)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.IntN(25)) * time.Millisecond)
		cmd.Process.Signal([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}[i%3])
		cmd.Wait()
		ended[cmd.ProcessState.Exited()]++
		if text := readFile(t, out); text != "old" && !strings.HasSuffix(text, "}\n") {
			t.Fatalf("half a file: %d bytes", len(text))
		}
		if left, err := filepath.Glob(filepath.Join(dir, ".studiolint-*")); err != nil || len(left) > 0 {
			t.Fatalf("left behind: %v, %v", left, err)
		}
	}
	t.Logf("%d ran to their end, %d did not", ended[true], ended[false])
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
