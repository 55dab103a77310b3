package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// A function beyond these does more than one thing.
const (
	maxLines    = 60
	maxBranches = 20 // 1 + if, for, range, case, && and ||, closures included
)

// No function is so large that nobody reads it. Tests and generated files do not count.
func TestFunctionSizes(t *testing.T) {
	set := token.NewFileSet()
	functions := 0
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			if ast.IsGenerated(f) {
				continue
			}
			for of, n := range functionsOf(f) {
				functions++
				lines := set.Position(n.End()).Line - set.Position(n.Pos()).Line + 1
				branches := branchesOf(n)
				if lines <= maxLines && branches <= maxBranches {
					continue
				}
				t.Errorf("%s/%s %s has %d lines and %d branches; allowed are %d and %d", p.name(), name, of, lines, branches, maxLines, maxBranches)
			}
		}
	}
	if functions < 500 {
		t.Fatalf("only %d functions", functions)
	}
}

// An expression that is compiled as the program starts, or a list that is split, costs
// every run its time: see pattern.Lazy, and write the list as one.
func TestExpressionsAreLazy(t *testing.T) {
	set := token.NewFileSet()
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, decl := range f.Decls {
				if _, isFunction := decl.(*ast.FuncDecl); isFunction {
					continue
				}
				ast.Inspect(decl, func(n ast.Node) bool {
					switch n := n.(type) {
					case *ast.FuncLit:
						return false // it runs later
					case *ast.SelectorExpr:
						if strings.HasPrefix(n.Sel.Name, "MustCompile") || n.Sel.Name == "Fields" || n.Sel.Name == "Split" {
							t.Errorf("%s: %s is called before main", set.Position(n.Pos()), n.Sel.Name)
						}
					}
					return true
				})
			}
		}
	}
}

// functionsOf returns the functions of a file by name, and those of its variables by
// the key they stand under.
func functionsOf(f *ast.File) map[string]ast.Node {
	list := map[string]ast.Node{}
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			name := decl.Name.Name
			if list[name] != nil { // a method of another type
				name += " " + receiver(decl)
			}
			list[name] = decl
		case *ast.GenDecl:
			ast.Inspect(decl, func(n ast.Node) bool {
				if pair, ok := n.(*ast.KeyValueExpr); ok {
					key, _ := pair.Key.(*ast.Ident)
					if l, ok := pair.Value.(*ast.FuncLit); ok && key != nil {
						list[key.Name] = l
						return false
					}
				}
				return true
			})
		}
	}
	return list
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return ""
	}
	name := ""
	ast.Inspect(f.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return true
	})
	return strings.TrimSpace(name)
}

func branchesOf(n ast.Node) int {
	branches := 1
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.CommClause:
			branches++
		case *ast.CaseClause:
			if n.List != nil { // default is no branch of its own
				branches++
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				branches++
			}
		}
		return true
	})
	return branches
}
