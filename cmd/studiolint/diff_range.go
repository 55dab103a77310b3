package main

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/git"
	"studiolint/lint/glob"
	"studiolint/lint/input"
)

// revisions reads a range, A..B: a side that is left out is the commit that is checked
// out. What git takes for no name of a revision, such as ../ivr.json, is a path.
func revisions(arg string) (a, b string, ok bool, err error) {
	named := func(a, b string) bool {
		return a+b != "" && !strings.ContainsAny(a+b, `:\`) && !strings.HasSuffix(a, "/") && !strings.HasPrefix(b, "/") && !strings.HasPrefix(b, ".")
	}
	if a, b, ok := strings.Cut(arg, "..."); ok && named(a, b) {
		a, b = cmp.Or(a, "HEAD"), cmp.Or(b, "HEAD")
		return "", "", true, fmt.Errorf(`diff compares two revisions, A..B, and not A...B; since %[2]s left %[1]s it is "$(git merge-base %[1]s %[2]s)..%[2]s"`, a, b)
	}
	a, b, ok = strings.Cut(arg, "..")
	return cmp.Or(a, "HEAD"), cmp.Or(b, "HEAD"), ok && named(a, b), nil
}

// between finds the files that changed between two revisions and may hold a flow, below
// some paths, which count from the current folder. One that cannot be read does not keep
// others back.
func between(root files.Root, a, b string, below []string, excluded func(path string) bool) ([]pair, error) {
	before, err := git.At(root, root.Dir, a)
	if err != nil {
		return nil, err
	}
	defer before.Close()
	after, err := git.At(root, root.Dir, b)
	if err != nil {
		return nil, err
	}
	defer after.Close()
	chosen, list := selectionOf(root, before, after, below)
	changes, err := git.Changes(before, after)
	if err != nil {
		return nil, err
	}
	for _, change := range changes {
		takes := func(name string) bool {
			return name != "" && chosen.takes(name) && !excluded(filepath.Join(after.Folder, name))
		}
		if !takes(change.New) && !takes(change.Old) {
			continue
		}
		p := pair{name: cmp.Or(change.New, change.Old)}
		p.old, p.err = sideOf(before, a, change.Old)
		if p.err == nil {
			p.new, p.err = sideOf(after, b, change.New)
		}
		if change.Old != "" && change.New != "" && change.Old != change.New {
			p.note = "called " + change.Old + " before"
		}
		list = append(list, p)
	}
	return list, nil
}

// sideOf reads a side of a change; there is none without a name.
func sideOf(tree *git.Revision, revision, name string) (text, error) {
	if name == "" {
		return text{absent: true}, nil
	}
	if len(revision) == 40 && isObject(revision) {
		revision = revision[:7] // as git shows it
	}
	t, err := treeText(tree, revision+":"+name, name)
	t.mayBeOther = true
	return t, err
}

// A selection tells which files of two revisions are looked at.
type selection struct {
	root  files.Root
	top   string // the folder of the repository
	paths []string
	globs []glob.Pattern // from the current folder

	everything bool
}

// selectionOf reads paths and patterns. What neither revision has is a slip, which takes
// the place of a pair.
func selectionOf(root files.Root, before, after *git.Revision, below []string) (s *selection, slips []pair) {
	s = &selection{root: root, top: after.Folder, everything: len(below) == 0}
	slip := func(format string, args ...any) { slips = append(slips, pair{err: fmt.Errorf(format, args...)}) }
	for _, name := range below {
		rest, ok := files.Below(s.top, root.Abs(name))
		if !ok {
			slip("%s does not lie in the repository", name)
			continue
		}
		rest = filepath.ToSlash(rest)
		_, was := before.Stat(rest)
		_, is := after.Stat(rest)
		switch {
		case was == nil || is == nil:
			s.paths = append(s.paths, rest)
		case glob.HasWildcard(name) && glob.Valid(name):
			p, err := glob.Compile(path.Clean(filepath.ToSlash(name)))
			if err != nil {
				slip("%s: %w", name, err)
			}
			s.globs = append(s.globs, p)
		default:
			slip("%s is in neither of the two revisions", name)
		}
	}
	return s, slips
}

// takes reports whether a file, by its path from the top, is looked at: those below the
// paths whose name is that of a flow, and those that are named.
func (s *selection) takes(name string) bool {
	if slices.Contains(s.paths, name) {
		return true
	}
	if !input.HasFlowName(path.Base(name)) {
		return false
	}
	below := func(folder string) bool { return folder == "." || strings.HasPrefix(name, folder+"/") }
	here, err := filepath.Rel(s.root.Dir, filepath.Join(s.top, filepath.FromSlash(name)))
	return s.everything || slices.ContainsFunc(s.paths, below) || err == nil && glob.Any(s.globs, filepath.ToSlash(here))
}
