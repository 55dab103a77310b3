package input

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/files"
)

// careless is a file system that does not tell upper case from lower, as those of macOS
// and Windows: names below its folder are stored in lower case, and found in any.
type careless struct {
	files.OS
	folder string
}

func (c careless) lower(name string) string {
	if rest, ok := files.Below(c.folder, name); ok {
		return filepath.Join(c.folder, strings.ToLower(rest))
	}
	return name
}

func (c careless) Open(name string) (fs.File, error)          { return c.OS.Open(c.lower(name)) }
func (c careless) Stat(name string) (fs.FileInfo, error)      { return c.OS.Stat(c.lower(name)) }
func (c careless) Lstat(name string) (fs.FileInfo, error)     { return c.OS.Lstat(c.lower(name)) }
func (c careless) ReadDir(name string) ([]fs.DirEntry, error) { return c.OS.ReadDir(c.lower(name)) }
func (c careless) EvalSymlinks(name string) (string, error) {
	_, err := c.Lstat(name)
	return name, err
}

// A file is listed once, however its name is spelled, and two files whose names differ
// in case are two where the file system tells them apart.
func TestCase(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	flow := []byte(`{"states": [], "initial_state": "a"}`)
	if err := os.MkdirAll(filepath.Join(dir, "flows"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"flows/a.json", "flows/b.json"} {
		if err := os.WriteFile(filepath.Join(dir, name), flow, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	paths := func(root files.Root, args ...string) []string {
		found, problems := Find(args, FindOptions{Root: root})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var list []string
		for _, c := range found {
			list = append(list, c.Path)
		}
		return list
	}
	root := files.Root{FS: careless{folder: dir}, Dir: dir}
	for _, tt := range []struct{ args, want []string }{
		{[]string{"flows/a.json", "Flows/A.json"}, []string{"flows/a.json"}},
		{[]string{"FLOWS", "flows"}, []string{"FLOWS/a.json", "FLOWS/b.json"}},
		{[]string{"flows/B.JSON", "flows"}, []string{"flows/B.JSON", "flows/a.json"}},
	} {
		if got := paths(root, tt.args...); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.args, got, tt.want)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "flows", "A.json"), flow, 0o666); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(filepath.Join(dir, "flows")); err != nil || len(entries) != 3 {
		t.Skip("this file system does not tell upper case from lower")
	}
	if got := paths(files.Root{FS: files.OS{}, Dir: dir}, "flows", "flows/a.json"); len(got) != 3 {
		t.Errorf("two files became one: %q", got)
	}
}
