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

// No file of package rules needs another, but for the one that gathers them: a rule is
// one file, which leans on rooms with names and not on other rules.
func TestRulesAlone(t *testing.T) {
	needs := fileNeeds(t, "../../rules")
	if len(needs) < 50 {
		t.Fatalf("only %d files", len(needs))
	}
	for file, others := range needs {
		delete(others, "rules.go")
		if len(others) > 0 {
			t.Errorf("%s needs %s; what two rules share belongs into a room", file, strings.Join(slices.Sorted(maps.Keys(others)), ", "))
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

// noImports stands for every package that is imported.
type noImports struct{}

func (noImports) Import(path string) (*types.Package, error) {
	p := types.NewPackage(path, path[strings.LastIndex(path, "/")+1:])
	p.MarkComplete()
	return p, nil
}
