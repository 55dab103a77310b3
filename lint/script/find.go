package script

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"studiolint/lint/files"
)

// Find returns the test files that the arguments stand for: files, and what ends in Suffix
// below folders, in the order of the arguments and then of the paths, each once. Folders
// named .git, node_modules or vendor, hidden ones and links are passed over. ignored tells
// which files of a folder git ignores; it may be nil. The problems are arguments that cannot be used.
func Find(root files.Root, args []string, ignored func(repository string, names []string) map[string]bool) (paths []string, problems []error) {
	seen := map[string]bool{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			paths = append(paths, name)
		}
	}
	for _, arg := range args {
		name := path.Clean(strings.ReplaceAll(arg, `\`, "/"))
		info, err := root.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			problems = append(problems, fmt.Errorf("%s: no such file or folder", arg))
		case err != nil:
			problems = append(problems, fmt.Errorf("%s cannot be read: %w", arg, err))
		case !info.IsDir():
			add(name)
		default:
			var found []string
			if err := below(root, name, &found); err != nil {
				problems = append(problems, err)
			}
			for _, name := range kept(root, name, found, ignored) {
				add(name)
			}
		}
	}
	return paths, problems
}

// below adds the test files below a folder.
func below(root files.Root, folder string, found *[]string) error {
	entries, err := root.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", folder, err)
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case e.IsDir():
			if n := e.Name(); strings.HasPrefix(n, ".") || n == "node_modules" || n == "vendor" {
				continue
			}
			if err := below(root, name, found); err != nil {
				return err
			}
		case e.Type().IsRegular() && strings.HasSuffix(e.Name(), Suffix):
			*found = append(*found, name)
		}
	}
	return nil
}

// kept leaves out what git ignores.
func kept(root files.Root, folder string, found []string, ignored func(string, []string) map[string]bool) []string {
	repository := root.Repository(root.Abs(folder))
	if ignored == nil || repository == "" {
		return found
	}
	names := make([]string, len(found))
	for i, name := range found {
		names[i] = root.Abs(name)
	}
	skip := ignored(repository, names)
	return slices.DeleteFunc(found, func(name string) bool { return skip[root.Abs(name)] })
}
