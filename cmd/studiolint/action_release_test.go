package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// releaseFiles is where the files of a release lie below the address of a server.
const releaseFiles = "OWNER/studiolint/releases/download/v" + distVersion + "/"

// serverOf returns a folder with the files of a release where GitHub would have them.
func serverOf(t testing.TB, d dist) string {
	t.Helper()
	s := shell{t, t.TempDir(), nil}
	for name := range d.sums(t) {
		s.write(releaseFiles+name, string(d.read(t, name)))
	}
	return s.dir
}

// TestActionUsesRelease has the action find a release where GitHub would have it, find
// none, and find one that is not what it should be.
func TestActionUsesRelease(t *testing.T) {
	t.Parallel()
	tool(t, "", "bash")
	if here != "linux_amd64" {
		t.Skip("the runner is played on Linux")
	}
	d := released(t)
	env := cleanEnv(t)
	r := repository(t, env)
	r.write("flows/ivr.json", shared(t, "flows/good/ivr.json"))
	server := serverOf(t, d)
	tampered := shell{t, t.TempDir(), env}
	tampered.write(releaseFiles+"studiolint_"+distVersion+"_linux_amd64.tar.gz", string(d.read(t, "studiolint_"+distVersion+"_linux_arm64.tar.gz")))
	later := projectCopy(t, env)
	later.write(recordFile, readFile(t, filepath.Join(d.project, recordFile)))
	later.write("rules/later.go", "package rules\n")

	for _, tt := range []struct {
		name   string
		job    job
		builds bool
		says   string
	}{
		{"there is one", job{action: d.project, server: "file://" + server}, false, "Using the released version " + distVersion},
		{"a later commit", job{action: later.dir, server: "file://" + server}, true, "the sources are not those of version " + distVersion},
		{"before the first release", job{action: filepath.Join("..", ".."), server: "file://" + server}, true, "this is no release"},
		{"a fork without releases", job{action: d.project, server: "file://" + t.TempDir()}, true, "cannot be downloaded"},
		{"no https", job{action: d.project, server: "http://127.0.0.1:1"}, true, "cannot be downloaded"},
		{"another file", job{action: d.project, server: "file://" + tampered.dir}, true, "is not the one whose checksum"},
		{"a folder", job{}, true, "the action is used from a folder"},
		{"a rare processor", job{action: d.project, server: "file://" + server, env: []string{"RUNNER_ARCH=ARM"}}, true, "there is none for Linux on ARM"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.job.workspace = r.dir
			if absolute, err := filepath.Abs(tt.job.action); tt.job.action != "" && err == nil {
				tt.job.action = absolute
			}
			tt.job.env = append([]string{"RUNNER_OS=Linux", "RUNNER_ARCH=X64"}, tt.job.env...)
			got := runAction(t, tt.job)
			holds(t, "the log", got.printed, tt.says)
			if got.status != 0 || got.outputs["errors"] != "0" || slices.Contains(got.ran, "build") != tt.builds {
				t.Errorf("it ends with %d after %v:\n%s", got.status, got.ran, got.printed)
			}
			if warned := len(got.commands) == 1 && got.commands[0].Name == "warning"; warned != (tt.name == "another file") {
				t.Errorf("the runner obeys %v", got.commands)
			}
		})
	}
}

// TestActionFetchesEveryPlatform plays all runners.
func TestActionFetchesEveryPlatform(t *testing.T) {
	t.Parallel()
	tool(t, "", "unzip")
	d := released(t)
	server, env := serverOf(t, d), cleanEnv(t)
	for _, runner := range []string{"Linux/X64", "Linux/ARM64", "macOS/X64", "macOS/ARM64", "Windows/X64", "Windows/ARM64"} {
		runnerOS, arch, _ := strings.Cut(runner, "/")
		s := shell{t, t.TempDir(), append(slices.Clone(env), "RUNNER_OS="+runnerOS, "RUNNER_ARCH="+arch)}
		s.must("bash", filepath.Join(d.project, ".github/dist/fetch"), "file://"+server, "OWNER/studiolint", s.dir)
		files, err := os.ReadDir(s.dir)
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v %v", runner, files, err)
		}
		settings := programInfo(t, []byte(readFile(t, filepath.Join(s.dir, files[0].Name())))).Settings
		goos := strings.Replace(strings.ToLower(runnerOS), "macos", "darwin", 1)
		goarch := strings.Replace(strings.ToLower(arch), "x64", "amd64", 1)
		for _, setting := range settings {
			if setting.Key == "GOOS" && setting.Value != goos || setting.Key == "GOARCH" && setting.Value != goarch {
				t.Errorf("%s gets %v", runner, settings)
			}
		}
	}
}

// TestActionDigestOnMacOS has the digest of the sources worked out by what macOS has:
// shasum, and no sha256sum.
func TestActionDigestOnMacOS(t *testing.T) {
	t.Parallel()
	d := released(t)
	bin := t.TempDir()
	for _, name := range []string{"bash", "dirname", "find", "sort", "tr", "xargs", "shasum", "cut", "perl"} {
		if err := os.Symlink(tool(t, "", name), filepath.Join(bin, name)); err != nil {
			t.Fatal(err)
		}
	}
	script := filepath.Join(d.project, ".github/dist/sources")
	want := (shell{t, bin, cleanEnv(t)}).must("bash", script)
	if got := (shell{t, bin, []string{"PATH=" + bin}}).must("bash", script); got != want || len(want) != 65 {
		t.Errorf("the digest is %q, not %q", got, want)
	}
}
