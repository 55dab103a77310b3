package rules

import (
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"studiolint/lint/files"
)

// An archive holds the cases of one rule. The tests share it, so nobody changes it.
type archive struct {
	*txtar.Archive
	path, name string // of its file

	extracted func() (extracted, error)
}

// id returns the ID of the rule.
func (a *archive) id() string { return strings.TrimSuffix(a.name, ".txtar") }

var parsed = sync.OnceValues(func() ([]*archive, error) {
	paths, err := filepath.Glob("../testdata/rules/*.txtar")
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("there are no archives: %v", err)
	}
	var list []*archive
	for _, path := range paths {
		text, err := txtar.ParseFile(path)
		if err != nil {
			return nil, err
		}
		list = append(list, &archive{Archive: text, path: path, name: filepath.Base(path),
			extracted: sync.OnceValues(func() (extracted, error) { return extract(text) })})
	}
	return list, nil
})

// archives returns those of all rules.
func archives(t testing.TB) []*archive {
	t.Helper()
	list, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func archiveOf(t testing.TB, id string) *archive {
	t.Helper()
	list := archives(t)
	i := slices.IndexFunc(list, func(a *archive) bool { return a.id() == id })
	if i < 0 {
		t.Fatalf("testdata/rules has no %s.txtar", id)
	}
	return list[i]
}

// extracted are the files of an archive in a folder, and the cases in order.
type extracted struct {
	folder files.Root
	cases  []string
}

// extract returns the archive's files in a folder of their own, and the cases in order.
func (a *archive) extract(t testing.TB) (files.Root, []string) {
	t.Helper()
	e, err := a.extracted()
	if err != nil {
		t.Fatalf("%s: %v", a.name, err)
	}
	return e.folder, e.cases
}

func extract(text *txtar.Archive) (e extracted, err error) {
	disk := memory{fstest.MapFS{}}
	e.folder = files.Root{FS: disk, Dir: "/nowhere"}
	bad, good := false, false
	for _, f := range text.Files {
		if f.Name == "output.txt" {
			continue
		}
		name, data := f.Name, f.Data
		// An archive can hold neither a byte order mark at the start of a file nor
		// other bytes that are not text; quoted, it can.
		if plain, ok := strings.CutSuffix(name, ".quoted"); ok {
			s, err := strconv.Unquote(strings.TrimSpace(string(data)))
			if err != nil {
				return e, fmt.Errorf("%s: %v", name, err)
			}
			name, data = plain, []byte(s)
		}
		c, _, _ := strings.Cut(name, "/")
		if !slices.Contains(e.cases, c) {
			e.cases = append(e.cases, c)
		}
		bad, good = bad || strings.HasPrefix(c, "bad"), good || strings.HasPrefix(c, "good")
		if data, err = lengthened(string(text.Comment), name, data); err != nil {
			return e, fmt.Errorf("%s: %v", name, err)
		}
		disk.MapFS[name] = &fstest.MapFile{Data: data, Mode: 0o666}
	}
	if !bad || !good {
		return e, fmt.Errorf("the archive needs a bad*.json and a good*.json")
	}
	return e, nil
}

// memory is a file system that no disk has.
type memory struct{ fstest.MapFS }

func (m memory) name(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(name), "/"), "nowhere/")
}

func (m memory) Open(name string) (fs.File, error)          { return m.MapFS.Open(m.name(name)) }
func (m memory) Stat(name string) (fs.FileInfo, error)      { return m.MapFS.Stat(m.name(name)) }
func (m memory) Lstat(name string) (fs.FileInfo, error)     { return m.MapFS.Stat(m.name(name)) }
func (m memory) ReadDir(name string) ([]fs.DirEntry, error) { return m.MapFS.ReadDir(m.name(name)) }
func (m memory) EvalSymlinks(name string) (string, error)   { return name, nil }

// lengthened returns a file with what the archive's comment says of it.
func lengthened(comment, name string, data []byte) ([]byte, error) {
	for line := range strings.SplitSeq(comment, "\n") {
		var file string
		var n int
		var err error
		if _, no := fmt.Sscanf(line, "pad %s %d", &file, &n); no == nil && file == name {
			data, err = pad(data, n)
		}
		if _, no := fmt.Sscanf(line, "repeat %s %d", &file, &n); no == nil && file == name {
			data, err = repeat(data, n)
		}
		if err != nil {
			return nil, err
		}
	}
	return data, nil
}

func pad(data []byte, size int) ([]byte, error) {
	const key = `"description": "`
	i := bytes.Index(data, []byte(key))
	if i < 0 || len(data) > size {
		return nil, fmt.Errorf("nothing to pad")
	}
	fill := bytes.Repeat([]byte("x"), size-len(data))
	return slices.Insert(slices.Clone(data), i+len(key), fill...), nil
}

var lastState = regexp.MustCompile(`(?s)\{[^{}]*"name": "last"(?:[^{}]|\{[^{}]*\})*\}`)

func repeat(data []byte, n int) ([]byte, error) {
	at := lastState.FindIndex(data)
	if at == nil {
		return nil, fmt.Errorf(`no state named "last" to repeat`)
	}
	state := string(data[at[0]:at[1]])
	var out bytes.Buffer
	out.Write(data[:at[1]])
	for i := bytes.Count(data, []byte(`"type"`)); i < n; i++ {
		fmt.Fprintf(&out, ",\n%s", strings.Replace(state, `"last"`, fmt.Sprintf(`"last_%d"`, i), 1))
	}
	out.Write(data[at[1]:])
	return out.Bytes(), nil
}
