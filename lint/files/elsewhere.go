package files

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// Elsewhere is a file system in which one folder holds the files of another: those of a
// checkout of another branch, say. Whether the folder is a repository stays true or
// false; repositories further down are those of the other folder.
type Elsewhere struct {
	FS
	Folder string // absolute
	From   string // absolute: where its files are found
}

func (e Elsewhere) name(name string) string {
	if name == filepath.Join(e.Folder, ".git") {
		return name
	}
	if rest, ok := Below(e.Folder, name); ok {
		return filepath.Join(e.From, rest)
	}
	return name
}

// Open opens a file for reading.
func (e Elsewhere) Open(name string) (fs.File, error) { return e.FS.Open(e.name(name)) }

// Stat describes a file, following symbolic links.
func (e Elsewhere) Stat(name string) (fs.FileInfo, error) { return e.FS.Stat(e.name(name)) }

// Lstat describes a file, or the symbolic link that it is.
func (e Elsewhere) Lstat(name string) (fs.FileInfo, error) { return e.FS.Lstat(e.name(name)) }

// ReadDir lists a folder by name.
func (e Elsewhere) ReadDir(name string) ([]fs.DirEntry, error) { return e.FS.ReadDir(e.name(name)) }

// EvalSymlinks returns the name of the file without symbolic links: that in the other
// folder.
func (e Elsewhere) EvalSymlinks(name string) (string, error) {
	return e.FS.EvalSymlinks(e.name(name))
}

// Below returns the way from a folder to what lies in it, "." for the folder itself.
// Both names are absolute.
func Below(folder, name string) (rest string, ok bool) {
	rest, err := filepath.Rel(folder, name)
	if err != nil || rest == ".." || strings.HasPrefix(rest, ".."+string(filepath.Separator)) {
		return "", false
	}
	return rest, true
}
