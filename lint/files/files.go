// Package files is where the program reads from: a file system that is handed in,
// and the folder in it that relative paths count from.
package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// An FS reads files and folders by their absolute names in the form of the
// operating system. Errors are as those of package os.
type FS interface {
	Open(name string) (fs.File, error)
	Stat(name string) (fs.FileInfo, error)
	Lstat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	// EvalSymlinks returns the name of the same file without symbolic links.
	EvalSymlinks(name string) (string, error)
}

// OS is the file system of the machine.
type OS struct{}

// Open opens a file for reading.
func (OS) Open(name string) (fs.File, error) { return os.Open(name) }

// Stat describes a file, following symbolic links.
func (OS) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// Lstat describes a file, or the symbolic link that it is.
func (OS) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// ReadDir lists a folder by name. After an error it returns what it could read.
func (OS) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }

// EvalSymlinks returns the name of the same file without symbolic links.
func (OS) EvalSymlinks(name string) (string, error) { return filepath.EvalSymlinks(name) }

// A Root is a file system and the folder in it that relative paths count from. Its
// methods take paths with forward slashes or as the operating system writes them; errors
// name them as they were given. The zero Root holds no files.
type Root struct {
	FS  FS
	Dir string // absolute
}

// Here returns the file system of the machine from the folder in which the process
// stands. It is for main and for tests; everything else is handed its Root. Without
// such a folder, as when it was deleted, only absolute paths lead anywhere.
func Here() Root {
	dir, err := os.Getwd()
	if err != nil {
		dir = ""
	}
	return Root{FS: OS{}, Dir: dir}
}

// Abs returns the absolute name of a path.
func (r Root) Abs(path string) string {
	path = filepath.FromSlash(path)
	switch {
	case filepath.IsAbs(path):
		return filepath.Clean(path)
	case path != "" && os.IsPathSeparator(path[0]): // on the drive of the folder
		return filepath.Clean(filepath.VolumeName(r.Dir) + path)
	}
	return filepath.Join(r.Dir, path)
}

// Open opens a file for reading.
func (r Root) Open(path string) (fs.File, error) {
	if r.FS == nil {
		return nil, noFiles(path)
	}
	file, err := r.FS.Open(r.Abs(path))
	return file, as(path, err)
}

// Stat describes a file, following symbolic links.
func (r Root) Stat(path string) (fs.FileInfo, error) {
	if r.FS == nil {
		return nil, noFiles(path)
	}
	info, err := r.FS.Stat(r.Abs(path))
	return info, as(path, err)
}

// Lstat describes a file, or the symbolic link that it is.
func (r Root) Lstat(path string) (fs.FileInfo, error) {
	if r.FS == nil {
		return nil, noFiles(path)
	}
	info, err := r.FS.Lstat(r.Abs(path))
	return info, as(path, err)
}

// ReadDir lists a folder by name. After an error it returns what could be read.
func (r Root) ReadDir(path string) ([]fs.DirEntry, error) {
	if r.FS == nil {
		return nil, noFiles(path)
	}
	list, err := r.FS.ReadDir(r.Abs(path))
	return list, as(path, err)
}

// Real returns the absolute name of a file without symbolic links.
func (r Root) Real(path string) (string, error) {
	if r.FS == nil {
		return "", noFiles(path)
	}
	real, err := r.FS.EvalSymlinks(r.Abs(path))
	return real, as(path, err)
}

// IsDir reports whether a path leads to a folder.
func (r Root) IsDir(path string) bool {
	info, err := r.Stat(path)
	return err == nil && info.IsDir()
}

// Same reports whether two paths lead to one file, as names do that differ in case where
// the file system does not care.
func (r Root) Same(a, b string) bool {
	one, err := r.Stat(a)
	if err != nil {
		return false
	}
	other, err := r.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// ReadFile reads a file of at most so many bytes. What is no regular file is not
// opened: that would wait for who writes into a pipe. Nor is what Leaves its repository.
func (r Root) ReadFile(path string, most int64) ([]byte, error) {
	info, err := r.Stat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file", path)
	case info.Size() > most:
		return nil, tooLarge(path, most)
	case r.Leaves(path):
		return nil, fmt.Errorf("%s is a link that leads out of the repository; put a copy in its place", path)
	}
	file, err := r.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var data bytes.Buffer
	data.Grow(int(min(info.Size(), most)) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(file, most+1)); err != nil {
		return nil, as(path, err)
	}
	if int64(data.Len()) > most { // it has grown
		return nil, tooLarge(path, most)
	}
	return data.Bytes(), nil
}

func tooLarge(path string, most int64) error {
	return fmt.Errorf("%s is larger than %d bytes", path, most)
}

// Read reads a regular file into an empty buffer, as many bytes as most says for its size,
// and returns that size. It reports false when it cannot do so quickly, and the file is to
// be opened: nothing is said of what is wrong with it.
func (r Root) Read(path string, into *bytes.Buffer, most func(size int64) int64) (size int64, ok bool) {
	disk, ok := r.FS.(OS)
	if !ok {
		return 0, false
	}
	return disk.read(r.Abs(path), into, most)
}

// IsRepository reports whether a folder is the top of a git repository or of a
// worktree of one.
func (r Root) IsRepository(folder string) bool {
	_, err := r.Stat(filepath.Join(folder, ".git"))
	return err == nil
}

// Repository returns the nearest folder upwards that is the top of a repository, as
// an absolute name; "" when there is none.
func (r Root) Repository(folder string) string {
	for folder = r.Abs(folder); !r.IsRepository(folder); {
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		folder = parent
	}
	return folder
}

// Leaves reports whether a file lies in a repository by its name, but in none of those
// around it once its links are followed: a link in a stranger's pull request may lead to
// the secrets of the machine.
func (r Root) Leaves(path string) bool {
	name := r.Abs(path)
	real, err := r.Real(path)
	if err != nil || real == name {
		return false
	}
	leaves := false
	for top := r.Repository(filepath.Dir(name)); top != ""; top = r.Repository(filepath.Dir(top)) {
		if within, err := r.Real(top); err == nil {
			if _, ok := Below(within, real); ok {
				return false
			}
			leaves = true
		}
		if filepath.Dir(top) == top {
			break
		}
	}
	return leaves
}

// as gives an error the path as it was given.
func as(path string, err error) error {
	var wrong *fs.PathError
	if errors.As(err, &wrong) {
		return &fs.PathError{Op: wrong.Op, Path: path, Err: wrong.Err}
	}
	return err
}

func noFiles(path string) error {
	return &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
}
