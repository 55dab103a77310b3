package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rings are the files of package rules that still need each other, to be cut.
var rings = []string{"rounds.go", "shut_rounds.go"}

// No two files of package rules need each other, directly or by way of others: a rule
// is one file, which leans on rooms with names and not on other rules.
func TestRings(t *testing.T) {
	needs := fileNeeds(t, "../../rules")
	if len(needs) < 50 {
		t.Fatalf("only %d files", len(needs))
	}
	var found []string
	for file := range needs {
		if reaches(needs, file, file) {
			found = append(found, file)
		}
	}
	slices.Sort(found)
	for _, file := range found {
		if !slices.Contains(rings, file) {
			t.Errorf("%s is in a ring of files: it needs %s", file, strings.Join(slices.Sorted(maps.Keys(needs[file])), ", "))
		}
	}
	for _, file := range rings {
		if !slices.Contains(found, file) {
			t.Errorf("%s is in no ring any more: take it out of the list", file)
		}
	}
}

// fileNeeds returns the other files of a package in which each file uses something.
func fileNeeds(t *testing.T, folder string) map[string]map[string]bool {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var list []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	// What is imported need not be known to see what one file uses of another.
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Error: func(error) {}, Importer: noImports{}}
	pkg, _ := conf.Check("rules", set, list, info)
	needs := map[string]map[string]bool{}
	for _, f := range list {
		needs[filepath.Base(set.Position(f.Pos()).Filename)] = map[string]bool{}
	}
	for at, object := range info.Uses {
		if object.Pkg() != pkg || !object.Pos().IsValid() {
			continue
		}
		from, to := filepath.Base(set.Position(at.Pos()).Filename), filepath.Base(set.Position(object.Pos()).Filename)
		if from != to {
			needs[from][to] = true
		}
	}
	return needs
}

// reaches reports whether one file needs another, by way of others if need be.
func reaches(needs map[string]map[string]bool, from, to string) bool {
	seen := map[string]bool{}
	var walk func(file string) bool
	walk = func(file string) bool {
		for next := range needs[file] {
			if next == to {
				return true
			}
			if !seen[next] {
				seen[next] = true
				if walk(next) {
					return true
				}
			}
		}
		return false
	}
	return walk(from)
}

// noImports stands for every package that is imported.
type noImports struct{}

func (noImports) Import(path string) (*types.Package, error) {
	p := types.NewPackage(path, path[strings.LastIndex(path, "/")+1:])
	p.MarkComplete()
	return p, nil
}
