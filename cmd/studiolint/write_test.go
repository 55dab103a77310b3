package main

import (
	"errors"
	"os"
	"slices"
	"testing"
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
