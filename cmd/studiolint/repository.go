package main

import (
	"fmt"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/git"
)

// settingsFrom returns the file system in which configurations and the baseline are
// found under the names of this repository: a revision of it for "git:REVISION", else
// another checkout of the repository around the current folder. Files elsewhere stay
// what they are.
func settingsFrom(root files.Root, where string) (files.FS, error) {
	if revision, ok := strings.CutPrefix(where, "git:"); ok {
		tree, err := git.At(root, root.Dir, revision)
		if err != nil {
			return nil, fmt.Errorf("--settings-from %s: %w", where, err)
		}
		return tree.FS(root.FS), nil // it is read from until the program ends
	}
	if !root.IsDir(where) {
		return nil, fmt.Errorf("--settings-from takes a folder, or git:REVISION, but %s is none", where)
	}
	top := root.Repository(root.Dir)
	if top == "" {
		top = root.Dir
	}
	return files.Elsewhere{FS: root.FS, Folder: top, From: root.Abs(where)}, nil
}

// onlyHere reports whether a setting is a file of the working tree that the revision of
// --settings-from does not have: what a pull request adds judges nothing yet.
func (f *lintFlags) onlyHere(root files.Root, name string) bool {
	if name == "" || !strings.HasPrefix(f.settingsFrom, "git:") {
		return false
	}
	there := files.Root{FS: f.settings, Dir: root.Dir}
	if _, err := there.Lstat(name); err == nil {
		return false
	}
	_, err := root.Lstat(name)
	return err == nil
}
