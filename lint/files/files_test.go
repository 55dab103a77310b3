package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Paths count from the folder of the root, wherever the process stands.
func TestRoot(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"repo/.git/HEAD": "", "repo/flows/deep/a.json": "{}", "repo/large": strings.Repeat("x", 11)} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	top := filepath.Join(dir, "repo")
	r := Root{FS: OS{}, Dir: filepath.Join(top, "flows")}
	for path, want := range map[string]string{
		"deep/../deep/a.json": filepath.Join(top, "flows", "deep", "a.json"),
		"../large":            filepath.Join(top, "large"),
		top + "/./large":      filepath.Join(top, "large"),
		"":                    filepath.Join(top, "flows"),
	} {
		if got := r.Abs(path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	if data, err := r.ReadFile("deep/a.json", 2); err != nil || string(data) != "{}" {
		t.Errorf("%q, %v", data, err)
	}
	if got := r.Repository("deep/none"); got != top {
		t.Errorf("the repository is %q, not %q", got, top)
	}
	if !r.IsDir("deep") || r.IsDir("deep/a.json") || r.IsDir("no") {
		t.Error("folders and files are mixed up")
	}
	for path, want := range map[string]string{
		"no.json":  "stat no.json: no such file or directory",
		"deep":     "deep is not a file",
		"../large": "../large is larger than 10 bytes",
	} {
		if _, err := r.ReadFile(path, 10); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// The zero Root holds no files, and says so.
func TestNoFiles(t *testing.T) {
	var r Root
	_, open := r.Open("a")
	_, stat := r.Stat("a")
	_, lstat := r.Lstat("a")
	_, list := r.ReadDir("a")
	_, real := r.Real("a")
	_, read := r.ReadFile("a", 10)
	for i, err := range []error{open, stat, lstat, list, real, read} {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if r.Repository("/a/b") != "" {
		t.Error("there is a repository")
	}
}

// A link out of the repository is refused; one within it, or of a folder around it, is
// not.
func TestLeaves(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"repo/.git/HEAD", "repo/sub/.git/HEAD", "repo/a", "secret"} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"repo/sub/up": "../a", "repo/out": "../secret", "repo/sub/out": "../../secret", "repo/up": "..", "to": "repo", "loose": "secret",
	} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skip("this system makes no links")
		}
	}
	r := Root{FS: OS{}, Dir: dir}
	for path, want := range map[string]bool{
		"repo/a": false, "repo/sub/up": false, "to/a": false, "to/sub/up": false, "loose": false, "secret": false,
		"repo/out": true, "repo/sub/out": true, "repo/up/secret": true, "to/out": true, "repo/up/repo/a": false,
	} {
		if got := r.Leaves(path); got != want {
			t.Errorf("%s leaves: %v", path, got)
		}
	}
	if _, err := r.ReadFile("repo/out", 1000); err == nil || !strings.Contains(err.Error(), "leads out of the repository") {
		t.Errorf("it is read: %v", err)
	}
}
