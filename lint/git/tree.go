package git

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"studiolint/lint/files"
)

// A tree is a file system with the files of a revision in the folder of its repository.
type tree struct {
	files.FS
	revision *Revision
	names    map[string]string // what was called otherwise, by its name in this tree
}

// below returns the path from the top for what lies in the repository. The folder .git
// itself is that of the other file system: it is still the top of a repository.
func (t tree) below(name string) (string, bool) {
	if name == filepath.Join(t.revision.Folder, ".git") {
		return "", false
	}
	rest, ok := files.Below(t.revision.Folder, name)
	rest = filepath.ToSlash(rest)
	if was, renamed := t.names[rest]; renamed {
		rest = was
	}
	return rest, ok
}

// Open opens a file for reading.
func (t tree) Open(name string) (fs.File, error) {
	rest, ok := t.below(name)
	if !ok {
		return t.FS.Open(name)
	}
	at, e, err := t.revision.follow(rest, true)
	if err == nil && !e.mode.IsRegular() {
		err = errors.New("is a folder")
	}
	var data []byte
	if err == nil {
		data, err = t.revision.read(e.object)
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return opened{bytes.NewReader(data), info{path.Base(at), e}}, nil
}

// Stat describes a file, following symbolic links.
func (t tree) Stat(name string) (fs.FileInfo, error) { return t.describe("stat", name, true) }

// Lstat describes a file, or the symbolic link that it is.
func (t tree) Lstat(name string) (fs.FileInfo, error) { return t.describe("lstat", name, false) }

func (t tree) describe(op, name string, last bool) (fs.FileInfo, error) {
	rest, ok := t.below(name)
	switch {
	case !ok && last:
		return t.FS.Stat(name)
	case !ok:
		return t.FS.Lstat(name)
	}
	at, e, err := t.revision.follow(rest, last)
	if err != nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: err}
	}
	return info{path.Base(at), e}, nil
}

// ReadDir lists a folder by name.
func (t tree) ReadDir(name string) ([]fs.DirEntry, error) {
	rest, ok := t.below(name)
	if !ok {
		return t.FS.ReadDir(name)
	}
	at, e, err := t.revision.follow(rest, true)
	if err == nil && !e.mode.IsDir() {
		err = errors.New("is no folder")
	}
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	var list []fs.DirEntry
	for child, e := range t.revision.entries {
		if child != "." && path.Dir(child) == at {
			list = append(list, fs.FileInfoToDirEntry(info{path.Base(child), e}))
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// EvalSymlinks returns the name of the same file without symbolic links.
func (t tree) EvalSymlinks(name string) (string, error) {
	rest, ok := t.below(name)
	if !ok {
		return t.FS.EvalSymlinks(name)
	}
	at, _, err := t.revision.follow(rest, true)
	if err != nil {
		return "", &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return filepath.Join(t.revision.Folder, filepath.FromSlash(at)), nil
}

// info describes an entry under its name.
type info struct {
	name string
	entry
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }
