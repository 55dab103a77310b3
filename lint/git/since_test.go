package git

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"studiolint/lint/files"
)

// A file has its new name in the tree of a revision, once git's index knows of it.
func TestRenamed(t *testing.T) {
	folder := commit(t, map[string]string{"a b.json": "one\ntwo\nthree\n", "same": "same"})
	root := files.Root{FS: files.OS{}, Dir: folder}
	v, err := Near(root, folder, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if out, err := exec.Command("git", "-C", folder, "mv", "a b.json", "ü\n.json").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	names, err := v.NamesSince()
	if err != nil || len(names) != 1 || names["ü\n.json"] != "a b.json" {
		t.Fatalf("%q, %v", names, err)
	}
	then := files.Root{FS: v.RenamedFS(files.OS{}, names), Dir: folder}
	for _, name := range []string{"ü\n.json", "a b.json"} {
		if data, err := then.ReadFile(name, 100); err != nil || string(data) != "one\ntwo\nthree\n" {
			t.Errorf("%q: %q, %v", name, data, err)
		}
	}
	if data, err := then.ReadFile("same", 100); err != nil || string(data) != "same" {
		t.Errorf("same: %q, %v", data, err)
	}
}

// Near looks into the nearest repository alone.
func TestNear(t *testing.T) {
	outer := commit(t, map[string]string{"who": "outer"})
	if out, err := exec.Command("git", "-C", outer, "tag", "v1").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	inner := filepath.Join(outer, "inner")
	if out, err := exec.Command("git", "init", "--quiet", inner).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if _, err := Near(files.Root{FS: files.OS{}, Dir: inner}, inner, "v1"); err == nil || !strings.Contains(err.Error(), `no commit "v1"`) {
		t.Errorf("within: %v", err)
	}
	t.Setenv("PATH", "")
	if _, err := Near(files.Root{FS: files.OS{}, Dir: outer}, outer, "v1"); err == nil || !strings.Contains(err.Error(), "the program git is not there") {
		t.Errorf("without git: %v", err)
	}
}
