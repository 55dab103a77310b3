package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// tool returns the program that an environment variable names, or else the one of
// that name in PATH. Without it the test is skipped, or fails where STUDIOLINT_NO_SKIP
// says that none may be. Short tests do without such programs.
func tool(t testing.TB, variable, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skipf("%s is not run in short tests", name)
	}
	if program := os.Getenv(variable); variable != "" && program != "" {
		return program
	}
	program, err := exec.LookPath(name)
	if err == nil {
		return program
	}
	if os.Getenv("STUDIOLINT_NO_SKIP") == "1" {
		t.Fatalf("there is no %s", name)
	}
	t.Skipf("there is no %s", name)
	return ""
}

// program builds studiolint, once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "studiolint")
	if err != nil {
		return "", err
	}
	removeAtEnd(dir)
	name := filepath.Join(dir, "studiolint")
	out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return name, err
})

// outlasting are folders that outlive a single test.
var outlasting struct {
	sync.Mutex
	dirs []string
}

func removeAtEnd(dir string) {
	outlasting.Lock()
	defer outlasting.Unlock()
	outlasting.dirs = append(outlasting.dirs, dir)
}

// built returns the program as people run it.
func built(t testing.TB) string {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// A shell runs programs in a folder.
type shell struct {
	t   testing.TB
	dir string
	env []string
}

// run runs a program that may fail and returns its status and all it prints.
func (s shell) run(name string, args ...string) (status int, printed string) {
	s.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = s.dir, s.env
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		s.t.Fatalf("%s: %v", name, err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// must runs a program that may not fail.
func (s shell) must(name string, args ...string) string {
	s.t.Helper()
	status, out := s.run(name, args...)
	if status != 0 {
		s.t.Fatalf("%s %q ends with %d:\n%s", name, args, status, out)
	}
	return out
}

// write writes a file below the folder.
func (s shell) write(name, text string) {
	s.t.Helper()
	name = filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		s.t.Fatal(err)
	}
}

// commit commits everything in the folder without hooks.
func (s shell) commit(message string) {
	s.t.Helper()
	s.must("git", "add", "--all")
	s.must("git", "commit", "--quiet", "--no-verify", "--message", message)
}

// cleanEnv is the environment without what a person has set for Go, git, a CI or
// this program, and with what git needs to commit.
func cleanEnv(t testing.TB) []string {
	t.Helper()
	var env []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		switch {
		case strings.HasPrefix(name, "GO") && name != "GOROOT", strings.HasPrefix(name, "GIT"), strings.HasPrefix(name, "PRE_COMMIT"),
			strings.HasPrefix(name, "STUDIOLINT"), name == "HOME", name == "CI":
			continue
		}
		env = append(env, v)
	}
	// What is downloaded and built already need not be once more.
	out, err := exec.Command("go", "env", "GOMODCACHE", "GOCACHE", "GOPROXY", "GOTOOLCHAIN").Output()
	if err != nil {
		t.Fatal(err)
	}
	kept := strings.Split(strings.TrimSpace(string(out)), "\n")
	return append(env,
		"GOMODCACHE="+kept[0], "GOCACHE="+kept[1], "GOPROXY="+kept[2], "GOTOOLCHAIN="+kept[3],
		"HOME="+t.TempDir(), "GIT_CONFIG_NOSYSTEM=1",
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*",
		"GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.com", "GIT_COMMITTER_NAME=Ann", "GIT_COMMITTER_EMAIL=ann@example.com")
}

// repository returns a shell in a new repository.
func repository(t testing.TB, env []string) shell {
	t.Helper()
	s := shell{t, t.TempDir(), env}
	s.must("git", "init", "--quiet", "--initial-branch=main")
	return s
}

// projectCopy returns a repository with the files of this project as they are now,
// whether they are committed or not, as one commit.
func projectCopy(t testing.TB, env []string) shell {
	t.Helper()
	here := shell{t, filepath.Join("..", ".."), env}
	list := here.must("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	s := repository(t, env)
	for name := range strings.SplitSeq(strings.TrimSuffix(list, "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(here.dir, filepath.FromSlash(name)))
		if os.IsNotExist(err) {
			continue // removed, but not yet from the index
		}
		if err != nil {
			t.Fatal(err)
		}
		s.write(name, string(data))
	}
	s.commit("the project as it is")
	return s
}

// shared reads a file below testdata.
func shared(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// holds reports what a text lacks.
func holds(t testing.TB, what, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("%s lacks %q:\n%s", what, w, text)
		}
	}
}
