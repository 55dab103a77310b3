package input

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"studiolint/lint/files"
	"studiolint/lint/glob"
)

// folder makes the current folder one with these files, and returns it. A name
// with a slash at the end is a folder; "a -> b" is a symbolic link.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	t.Chdir(root)
	for _, name := range names {
		link, target, isLink := strings.Cut(name, " -> ")
		if err := os.MkdirAll(filepath.Dir(filepath.FromSlash(link)+"x"), 0o777); err != nil {
			t.Fatal(err)
		}
		var err error
		switch {
		case isLink:
			if err = os.Symlink(filepath.FromSlash(target), filepath.FromSlash(link)); err != nil {
				t.Skip("symbolic links cannot be made here: ", err)
			}
		case !strings.HasSuffix(name, "/"):
			err = os.WriteFile(filepath.FromSlash(name), []byte(definition), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// list writes candidates as a test wants them: their paths, those that were named
// with a star behind.
func list(candidates []Candidate) []string {
	var names []string
	for _, c := range candidates {
		name := c.Path
		if c.Named {
			name += "*"
		}
		names = append(names, name)
	}
	return names
}

// messages returns the problems, each of which must be a *PathError.
func messages(t *testing.T, problems []error) []string {
	t.Helper()
	var list []string
	for _, p := range problems {
		var e *PathError
		if !errors.As(p, &e) {
			t.Errorf("%T is no *PathError: %v", p, p)
		}
		list = append(list, p.Error())
	}
	return list
}

func TestFind(t *testing.T) {
	tree := []string{
		"a.json", "b.json", "UPPER.JSON", "notes.txt", "flows/z.json", "flows/ivr.json", "flows/deep/er/c.json",
		"flows-old/x.json", "flows.json",
		"t/a.json.tpl", "t/b.json.tmpl", "t/c.json.j2", "t/d.tftpl", "t/e.tpl", "t/f.json.tftpl", "t/g.json.bak", "t/main.tf",
		"node_modules/p/package.json", "vendor/v.json", ".git/g.json", ".github/w.json", "flows/vendor/n.json", ".hidden.json",
		"empty/", "[x].json", "-.json", "folder.json/in.json",
	}
	tests := []struct {
		name     string
		args     string
		want     string
		problems []string // parts
	}{
		{"a file", "a.json", "a.json*", nil},
		{"any name", "notes.txt t/main.tf", "notes.txt* t/main.tf*", nil},
		{"a folder", "flows", "flows/deep/er/c.json flows/ivr.json flows/z.json", nil},
		{"a folder, not clean", "./flows/", "flows/deep/er/c.json flows/ivr.json flows/z.json", nil},
		{"templates", "t", "t/a.json.tpl t/b.json.tmpl t/c.json.j2 t/d.tftpl t/f.json.tftpl t/main.tf", nil},
		{"the current folder", "", "-.json .hidden.json UPPER.JSON [x].json a.json b.json flows-old/x.json flows.json flows/deep/er/c.json flows/ivr.json flows/z.json folder.json/in.json " +
			"t/a.json.tpl t/b.json.tmpl t/c.json.j2 t/d.tftpl t/f.json.tftpl t/main.tf", nil},
		{"order of the arguments", "flows/z.json b.json a.json", "flows/z.json* b.json* a.json*", nil},
		{"twice", "a.json ./a.json flows/../a.json", "a.json*", nil},
		{"by folder, then by name", "flows flows/ivr.json", "flows/deep/er/c.json flows/ivr.json* flows/z.json", nil},
		{"by name, then by folder", "flows/ivr.json flows", "flows/ivr.json* flows/deep/er/c.json flows/z.json", nil},
		{"folders in each other", "flows/deep flows", "flows/deep/er/c.json flows/ivr.json flows/z.json", nil},
		{"skipped folders, named", "vendor node_modules .git .github", "vendor/v.json node_modules/p/package.json .git/g.json .github/w.json", nil},
		{"skipped folder below a named one", "flows/vendor", "flows/vendor/n.json", nil},
		{"an empty folder", "empty", "", nil},
		{"brackets in a name", "[x].json", "[x].json*", nil},

		{"pattern", "*.json", "-.json .hidden.json [x].json a.json b.json flows.json", nil},
		{"pattern for all folders", "**/*.json", "-.json .hidden.json [x].json a.json b.json flows-old/x.json flows.json flows/deep/er/c.json flows/ivr.json flows/z.json folder.json/in.json", nil},
		{"pattern below a folder", "flows/**/*.json", "flows/deep/er/c.json flows/ivr.json flows/z.json", nil},
		{"pattern with alternatives", "{a,b,q}.json", "a.json b.json", nil},
		{"pattern with alternatives of folders", "{flows,flows/deep/er}/*.json", "flows/deep/er/c.json flows/ivr.json flows/z.json", nil},
		{"pattern of one level", "*/*.json", "flows-old/x.json flows/ivr.json flows/z.json folder.json/in.json", nil},
		{"pattern for other names", "t/*.{tf,bak}", "t/g.json.bak t/main.tf", nil},
		{"pattern for all in a folder", "flows-old/**", "flows-old/x.json", nil},
		{"pattern that names a skipped folder", "vendor/*.json **/vendor/*.json", "vendor/v.json flows/vendor/n.json", nil},
		{"pattern that names hidden folders", ".git*/*.json", ".git/g.json .github/w.json", nil},
		{"pattern and name", "a.json *.json", "a.json* -.json .hidden.json [x].json b.json flows.json", nil},
		{"absolute, cleaned", "a.json/", "a.json*", nil},

		{"nothing of that name", "no.json a.json", "a.json*", []string{"no.json: there is no such file or folder"}},
		{"nothing in that folder", "no/no.json", "", []string{"no/no.json: there is no such file"}},
		{"file as a folder", "a.json/b.json", "", []string{"a.json/b.json: it cannot be read: not a directory"}},
		{"pattern without a match", "*.yaml a.json", "a.json*", []string{"*.yaml: the pattern matches no file"}},
		{"pattern without a folder", "no/**/*.json", "", []string{"no/**/*.json: the pattern matches nothing: there is no folder no"}},
		{"pattern that matches folders", "flow?", "", []string{"flow?: the pattern matches no file that can be read, only folders such as flows"}},
		{"broken pattern", "a[.json {a", "", []string{"a[.json: it is not a valid pattern", "{a: it is not a valid pattern"}},
		{"terminal escape", "\x1b[2J", "", []string{`"\x1b[2J": it is not a valid pattern`}},
		{"long name", strings.Repeat("x", 10_000), "", []string{"file name too long"}},
	}
	folder(t, tree...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			candidates, problems := Find(strings.Fields(tt.args), FindOptions{Root: files.Here()})
			if diff := cmp.Diff(strings.Fields(tt.want), append([]string{}, list(candidates)...)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			got := messages(t, problems)
			if len(got) != len(tt.problems) {
				t.Fatalf("problems %q, want %q", got, tt.problems)
			}
			for i, part := range tt.problems {
				if !strings.Contains(got[i], part) || len(got[i]) > 400 {
					t.Errorf("problem %q, want %q", got[i], part)
				}
			}
		})
	}
}

func TestFindPaths(t *testing.T) {
	root := filepath.ToSlash(folder(t, "sub/", "flows/ivr.json"))
	t.Chdir("sub")
	tests := []struct{ arg, want string }{
		{"../flows", "../flows/ivr.json"},
		{"..", "../flows/ivr.json"},
		{"../*/*.json", "../flows/ivr.json"},
		{root, root + "/flows/ivr.json"},
		{root + "/**/*.json", root + "/flows/ivr.json"},
	}
	for _, tt := range tests {
		candidates, problems := Find([]string{tt.arg}, FindOptions{Root: files.Here()})
		if diff := cmp.Diff([]string{tt.want}, list(candidates)); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %s%v", tt.arg, diff, problems)
		}
	}
	all := []string{"../flows/ivr.json", root + "/flows/ivr.json", root, ".."}
	if candidates, _ := Find(all, FindOptions{Root: files.Here()}); len(candidates) != 1 {
		t.Errorf("one file in four ways: %v", list(candidates))
	}
	if _, problems := Find([]string{""}, FindOptions{Root: files.Here()}); len(problems) != 1 {
		t.Errorf("an empty name: %v", problems)
	}
	if _, problems := Find([]string{"no"}, FindOptions{Root: files.Here()}); !errors.Is(errors.Join(problems...), fs.ErrNotExist) {
		t.Errorf("%v is not fs.ErrNotExist", problems)
	}
	if _, problems := Find([]string{"{"}, FindOptions{Root: files.Here()}); !errors.Is(errors.Join(problems...), glob.ErrPattern) {
		t.Errorf("%v is not ErrBadPattern", problems)
	}
}

func TestFindLinks(t *testing.T) {
	folder(t,
		"outside/secret.json",
		"flows/b.json",
		"flows/a.json -> b.json",              // its target is listed
		"flows/sub/up.json -> ../.hid/h.json", // inside, in a folder that is skipped
		"flows/.hid/h.json",                   //
		"flows/out.json -> ../outside/secret.json",
		"flows/outside -> ../outside",
		"flows/gone.json -> nowhere.json",
		"flows/self.json -> self.json",
		"flows/circle -> .",
		"flows/sub/circle -> ../../flows",
		"flows/folder.json -> sub",
		"linked -> flows",
		"named.json -> outside/secret.json",
		"loop -> loop",
		"gone -> nowhere",
	)
	tests := []find{
		{"flows", "flows/b.json flows/sub/up.json", ""},
		{"linked", "linked/b.json linked/sub/up.json", ""},
		{"flows linked", "flows/b.json flows/sub/up.json", ""},
		{"flows/a.json flows", "flows/a.json* flows/sub/up.json", ""},
		{"flows flows/a.json", "flows/b.json* flows/sub/up.json", ""},
		{"flows/out.json", "flows/out.json*", ""},
		{"named.json outside", "named.json*", ""},
		{"flows/circle/circle/circle", "flows/circle/circle/circle/b.json flows/circle/circle/circle/sub/up.json", ""},
		{"flows/**", "flows/b.json flows/sub/up.json", ""},
		{"flows/outside/*.json", "flows/outside/secret.json", ""},
		{"flows/out*.json", "", "a symbolic link that leads out of the folder"},
		{"loop", "", "leads to nothing that can be read"},
		{"gone", "", "leads to nothing that can be read"},
		{"flows/self.json flows/b.json", "flows/b.json*", "leads to nothing that can be read"},
	}
	testFinds(t, tests)
}

func TestFindExclude(t *testing.T) {
	folder(t, "a.json", "flows/a.json", "flows/b.json", "third/c.json", "third/deep/d.json")
	var asked []string
	exclude := func(path string) bool {
		asked = append(asked, path)
		return path == "third" || path == "flows/b.json"
	}
	tests := []struct {
		args string
		skip bool
		want string
	}{
		{"", false, "a.json flows/a.json"},
		{"**/*.json", false, "a.json flows/a.json"},
		{"flows/b.json", false, "flows/b.json*"},
		{"flows flows/b.json", false, "flows/a.json flows/b.json*"},
		{"flows/b.json flows/a.json", true, "flows/a.json*"},
		{"flows/b.*", false, ""}, // matched, so no problem
	}
	for _, tt := range tests {
		candidates, problems := Find(strings.Fields(tt.args), FindOptions{Root: files.Here(), Exclude: exclude, SkipOther: tt.skip})
		if diff := cmp.Diff(strings.Fields(tt.want), append([]string{}, list(candidates)...)); diff != "" || len(problems) > 0 {
			t.Errorf("%q: %s%v", tt.args, diff, problems)
		}
		for _, c := range candidates {
			if c.SkipOther != tt.skip {
				t.Errorf("%q: %s: SkipOther %v", tt.args, c.Path, c.SkipOther)
			}
		}
	}
	for _, path := range asked {
		if strings.HasPrefix(path, "third/") {
			t.Errorf("asked about %s, which is in an excluded folder", path)
		}
	}
}

func TestFindStdin(t *testing.T) {
	folder(t, "a.json")
	find := func(o FindOptions, args ...string) ([]Candidate, []error) {
		t.Helper()
		return Find(args, o)
	}
	candidates, problems := find(FindOptions{Root: files.Here(), Stdin: strings.NewReader(definition)}, "a.json", "-", "-")
	if diff := cmp.Diff([]string{"a.json*", "<stdin>*"}, list(candidates)); diff != "" || len(problems) > 0 {
		t.Fatal(diff, problems)
	}
	f, err := candidates[1].Load(files.Here())
	if err != nil || f.Source.Path != "<stdin>" || string(f.Source.Bytes) != definition || len(f.Documents) != 1 {
		t.Error(f, err)
	}

	candidates, _ = find(FindOptions{Root: files.Here(), Stdin: strings.NewReader(""), StdinName: "flows/ivr.json", SkipOther: true}, "-")
	if diff := cmp.Diff([]string{"flows/ivr.json*"}, list(candidates)); diff != "" || !candidates[0].SkipOther {
		t.Error(diff)
	}
	candidates[0].SkipOther = false
	if f, err := candidates[0].Load(files.Here()); err != nil || f.Source.Syntax == nil {
		t.Errorf("empty standard input: %v, %v", f, err)
	}

	endless := &countingReader{}
	candidates, problems = find(FindOptions{Root: files.Here(), Stdin: endless}, "-")
	if got := messages(t, problems); len(candidates) > 0 || len(got) != 1 || !strings.Contains(got[0], "more than 16 MB came from standard input") {
		t.Errorf("endless standard input: %v, %v", candidates, got)
	}
	if endless.n > MaxSize+1 {
		t.Errorf("%d bytes of standard input were read", endless.n)
	}

	for _, o := range []FindOptions{{Root: files.Here()}, {Root: files.Here(), Stdin: iotest.ErrReader(errors.New("gone"))}} {
		candidates, problems := find(o, "-", "a.json")
		if len(messages(t, problems)) != 1 || len(candidates) != 1 {
			t.Errorf("%v: %v, %v", o, list(candidates), problems)
		}
	}

	// A file of that name can still be given.
	if err := os.WriteFile("-", []byte(definition), 0o666); err != nil {
		t.Fatal(err)
	}
	candidates, _ = find(FindOptions{Root: files.Here()}, "./-")
	if f, err := candidates[0].Load(files.Here()); err != nil || f == nil {
		t.Error(f, err)
	}
}

// A countingReader gives spaces without an end.
type countingReader struct{ n int }

func (r *countingReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	r.n += len(p)
	return len(p), nil
}

// A find is a command line, the files it gives (a star after those a person named)
// and a part of the problem that is told, "" for none.
type find struct{ args, want, problem string }

func testFinds(t *testing.T, tests []find) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			candidates, problems := Find(strings.Fields(tt.args), FindOptions{Root: files.Here()})
			if diff := cmp.Diff(strings.Fields(tt.want), append([]string{}, list(candidates)...)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			got := strings.Join(messages(t, problems), "\n")
			if (got == "") != (tt.problem == "") || !strings.Contains(got, tt.problem) {
				t.Errorf("problem %q, want %q", got, tt.problem)
			}
		})
	}
}
