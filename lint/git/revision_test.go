package git

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/files"
)

// commit makes a repository of files and links (those whose text begins with "-> ").
func commit(t *testing.T, list map[string]string) (folder string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("STUDIOLINT_NO_SKIP") != "" {
			t.Fatal("git is not installed")
		}
		t.Skip("git is not installed")
	}
	folder = t.TempDir()
	for name, text := range list {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			if err := os.Symlink(target, name); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"init", "--quiet"}, {"add", "--all"},
		{"-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message=first"},
	} {
		git := exec.Command("git", append([]string{"-C", folder}, args...)...)
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return folder
}

func TestRevision(t *testing.T) {
	folder := commit(t, map[string]string{
		"a b/ü\n.json": "committed", ".gitattributes": "* eol=crlf ident\n", "text": "$Id$\nx\n", "empty": "",
		"link": "-> a b", "a b/up": "-> ../link/../link/ü\n.json", "round": "-> round", "out": "-> ../secret", "far": "-> /etc/passwd", "gone": "-> nothing",
	})
	root := files.Root{FS: files.OS{}, Dir: folder}
	v, err := At(root, folder, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	// What happens in the working tree later changes nothing.
	if err := os.WriteFile(filepath.Join(folder, "text"), []byte("other"), 0o666); err != nil {
		t.Fatal(err)
	}
	then := files.Root{FS: v.FS(files.OS{}), Dir: folder}
	for name, want := range map[string]string{
		"a b/ü\n.json": "committed", "link/ü\n.json": "committed", "link/up": "committed", "text": "$Id$\nx\n", "empty": "",
	} {
		for _, read := range []func() ([]byte, error){
			func() ([]byte, error) { return then.ReadFile(name, 100) },
			func() ([]byte, error) { return v.ReadFile(name) },
		} {
			if got, err := read(); err != nil || string(got) != want {
				t.Errorf("%q: %q, %v; want %q", name, got, err, want)
			}
		}
	}
	for name, want := range map[string]string{
		"round": "too many levels", "out": "leads out of the repository", "far": "leads out of the repository",
		"gone": "does not exist", "none": "does not exist", "text/x": "does not exist", "a b": "not a file", "a b/ü\n.json": "larger than 3 bytes",
	} {
		if data, err := then.ReadFile(name, 3); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v; want %q", name, data, err, want)
		}
	}
	entries, err := then.ReadDir("link")
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{"up", "ü\n.json"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%q, %v; want %q", names, err, want)
	}
	if info, err := then.Lstat("link"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("a link is %v, %v", info, err)
	}
	if then.Repository("a b") != folder {
		t.Error("the top of the repository is none any more")
	}
}

// The outermost repository that has the revision is taken: a submodule may have one of
// that name, too.
func TestOutermost(t *testing.T) {
	outer := commit(t, map[string]string{"who": "outer"})
	inner := filepath.Join(outer, "inner")
	if err := os.CopyFS(inner, os.DirFS(commit(t, map[string]string{"who": "inner"}))); err != nil {
		t.Fatal(err)
	}
	root := files.Root{FS: files.OS{}, Dir: inner}
	v, err := At(root, inner, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if data, err := v.ReadFile("who"); err != nil || string(data) != "outer" || v.Folder != outer {
		t.Errorf("%q, %v in %s", data, err, v.Folder)
	}
	for revision, want := range map[string]string{
		"main~9": "no commit \"main~9\" here", "--help": "no commit", "": "no commit", "HEAD:who": "no commit",
	} {
		if _, err := At(root, inner, revision); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", revision, err, want)
		}
	}
	if _, err := At(files.Root{FS: files.OS{}, Dir: t.TempDir()}, t.TempDir(), "HEAD"); err == nil || !strings.Contains(err.Error(), "no git repository") {
		t.Errorf("without a repository: %v", err)
	}
}
