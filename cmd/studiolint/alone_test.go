package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"
)

// No rule needs another. A rule is a file that is named after its ID, and it may have others,
// whose names go on from there, one for each question that it asks; they lean on rooms with names
// and on each other, though not in a ring: each can be read after those that it needs.
func TestRulesAlone(t *testing.T) {
	needs := fileNeeds(t, "../../rules")
	if len(needs) < 50 {
		t.Fatalf("only %d files", len(needs))
	}
	const gathers = "rules.go" // what every rule adds itself by
	declares := map[string]bool{}
	for file, others := range needs {
		if others[gathers] {
			declares[strings.TrimSuffix(file, ".go")] = true
			delete(others, gathers)
		}
	}
	delete(needs, gathers)
	for file, others := range needs {
		rule := ruleOf(file, declares)
		if rule == "" {
			t.Errorf("%s belongs to no rule; name it after one, as RULE_QUESTION.go", file)
		}
		for other := range others {
			if ruleOf(other, declares) != rule {
				t.Errorf("%s needs %s; what two rules share belongs into a room", file, other)
			} else if needsToo(needs, other, file, map[string]bool{}) {
				t.Errorf("%s and %s need each other; what both need belongs into a third file", file, other)
			}
		}
	}
}

// ruleOf returns the rule to which a file belongs: that with the longest name that begins its own.
func ruleOf(file string, declares map[string]bool) string {
	for name := strings.TrimSuffix(file, ".go"); ; {
		if declares[name] {
			return name
		}
		i := strings.LastIndexByte(name, '_')
		if i < 0 {
			return ""
		}
		name = name[:i]
	}
}

// needsToo reports whether a file needs another, itself or by what it needs.
func needsToo(needs map[string]map[string]bool, from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	seen[from] = true
	for next := range needs[from] {
		if !seen[next] && needsToo(needs, next, to, seen) {
			return true
		}
	}
	return false
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
