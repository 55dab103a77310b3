package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/git"
	"studiolint/lint/input"
)

// A text is one side of a comparison.
type text struct {
	name string // for messages: as it was given
	path string // of the file in the working tree, whose configuration counts
	data []byte

	absent     bool // there is no such file on this side
	mayBeOther bool // nobody says that it holds a flow
}

// A pair is what is to be compared.
type pair struct {
	name     string
	old, new text
	note     string
	driver   bool  // git shows the difference by us, and gives up on every other file when we fail
	err      error // why there is nothing to compare
}

// pairs finds out what the arguments of diff compare.
// excluded tells which files a range leaves out.
func (c command) pairs(root files.Root, args []string, excluded func(path string) bool) ([]pair, error) {
	if p, ok, err := driven(root, args); ok {
		return []pair{p}, err
	}
	if len(args) > 0 && !exists(root, args[0]) {
		if a, b, ok, err := revisions(args[0]); ok {
			if err != nil {
				return nil, err
			}
			return between(root, a, b, args[1:], excluded)
		}
	}
	if len(args) != 2 {
		return nil, fmt.Errorf("diff takes two flows, OLD and NEW, not %d; or two revisions, A..B", len(args))
	}
	if args[0] == "-" && args[1] == "-" {
		return nil, errors.New("only one of the two can come from standard input")
	}
	if areRevisions(root, args[0], args[1]) {
		return nil, fmt.Errorf("%[1]s and %[2]s are revisions: write %[1]s..%[2]s, "+
			"or REVISION:PATH for a file as it was",
			args[0], args[1])
	}
	old, err := c.readText(root, args[0])
	if err != nil {
		return nil, err
	}
	new, err := c.readText(root, args[1])
	if err != nil {
		return nil, err
	}
	// A text without a file of its own belongs to that of the other one.
	if args[0] == "-" {
		old.path = new.path
	}
	if args[1] == "-" {
		new.path = old.path
	}
	name := new.name
	if old.name != new.name && filepath.Base(old.path) != filepath.Base(new.path) {
		name = old.name + " → " + new.name
	}
	return []pair{{name: name, old: old, new: new}}, nil
}

// areRevisions reports whether two arguments are no files, and git knows the first as a
// revision.
func areRevisions(root files.Root, a, b string) bool {
	if strings.Contains(a+b, ":") || exists(root, a) || exists(root, b) {
		return false
	}
	tree, err := git.At(root, root.Dir, a)
	if err != nil {
		return false
	}
	tree.Close()
	return true
}

func exists(root files.Root, name string) bool {
	_, err := root.Lstat(name)
	return err == nil
}

// readText reads a file, standard input, or a file of a revision.
func (c command) readText(root files.Root, arg string) (text, error) {
	if arg == "-" {
		data, err := io.ReadAll(io.LimitReader(c.stdin, input.MaxSize+1))
		if err == nil && len(data) > input.MaxSize {
			err = errors.New("more than 16 MB came from standard input")
		}
		return text{name: "<stdin>", path: "<stdin>", data: data}, err
	}
	if arg == os.DevNull { // as for git: there is none
		return text{name: arg, path: arg, absent: true}, nil
	}
	revision, name, ok := atRevision(root, arg)
	if !ok {
		return readFileText(root, arg, arg)
	}
	tree, err := git.At(root, root.Dir, revision)
	if err != nil {
		return text{}, fmt.Errorf("%s: %w", arg, err)
	}
	defer tree.Close()
	at := path.Clean(filepath.ToSlash(name))
	if _, err := tree.Stat(at); errors.Is(err, fs.ErrNotExist) || strings.HasPrefix(name, ".") {
		if below, ok := files.Below(tree.Folder, root.Abs(name)); ok { // as a person in a folder below the top writes it
			at = filepath.ToSlash(below)
		}
	}
	return treeText(tree, arg, at)
}

// atRevision takes REVISION:PATH apart, unless that is the name of a file.
func atRevision(root files.Root, arg string) (revision, name string, ok bool) {
	revision, name, ok = strings.Cut(arg, ":")
	return revision, name, ok && !exists(root, arg) && !(len(revision) == 1 && strings.HasPrefix(name, `\`))
}

// readFileText reads a file of the disk.
func readFileText(root files.Root, name, file string) (text, error) {
	data, err := root.ReadFile(file, input.MaxSize)
	if ofSystem(err) {
		err = input.Unreadable(name, err)
	}
	return text{name: name, path: filepath.ToSlash(file), data: data}, err
}

// treeText reads a file of a revision, whose path counts from the top.
func treeText(tree *git.Revision, name, at string) (text, error) {
	info, err := tree.Stat(at)
	switch {
	case err != nil:
		return text{}, fmt.Errorf("%s: %w", name, err)
	case info.Size() > input.MaxSize:
		return text{}, fmt.Errorf("%s is larger than 16 MB", name)
	}
	data, err := tree.ReadFile(at)
	if err != nil {
		return text{}, fmt.Errorf("%s: %w", name, err)
	}
	return text{name: name, path: filepath.ToSlash(filepath.Join(tree.Folder, at)), data: data}, nil
}

// isObject reports whether git names a blob so, or a side that does not exist.
func isObject(s string) bool {
	return s == "." || 4 <= len(s) && len(s) <= 64 && strings.Trim(s, "0123456789abcdef") == ""
}

// isMode reports whether git writes the mode of a file so.
func isMode(s string) bool { return s == "." || len(s) == 6 && strings.Trim(s, "01234567") == "" }

// driven reads the arguments that git gives a diff driver: a path, and for each side a
// file, the name of its blob and its mode; after a rename also the new path and what git
// says of it. A side that does not exist is the null device.
func driven(root files.Root, args []string) (p pair, ok bool, err error) {
	if len(args) != 7 && len(args) != 9 || !isObject(args[2]) || !isMode(args[3]) || !isObject(args[5]) || !isMode(args[6]) {
		return pair{}, false, nil
	}
	p = pair{name: args[0], driver: true}
	if len(args) == 9 {
		p.name, p.note = args[7], "called "+args[0]+" before"
	}
	for _, side := range []struct {
		to   *text
		file string
	}{{&p.old, args[1]}, {&p.new, args[4]}} {
		if side.file == "/dev/null" || strings.EqualFold(side.file, "nul") {
			side.to.absent = true
			continue
		}
		*side.to, err = readFileText(root, p.name, side.file)
		if err != nil {
			return pair{}, true, err
		}
		side.to.path, side.to.mayBeOther = filepath.ToSlash(p.name), true
	}
	return p, true, nil
}
