package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// How wide a line of code is at the most, a tab taken for four columns, and how many lines of the program are wider
// still. The number only goes down: break a long line after an operator or a comma, or give a part of it a name.
const (
	maxColumns = 120
	wideLines  = 1233
)

// Lines of functions are not wider than a screen. A line with a long text in it, a message or an expression, does not
// count, nor does a table.
func TestColumnsOfCode(t *testing.T) {
	wide := 0
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			wide += wideLinesOf(t, filepath.Join(p.Dir, name))
		}
	}
	t.Logf("%d lines of code are wider than %d columns", wide, maxColumns)
	if wide > wideLines {
		t.Errorf("%d lines of code are wider than %d columns, more than the %d that are left from before", wide, maxColumns, wideLines)
	}
}

func wideLinesOf(t *testing.T, path string) (wide int) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, path, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	if ast.IsGenerated(f) {
		return 0
	}
	const long = 40 // characters of a text
	counts := map[int]bool{}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			for n := set.Position(fn.Pos()).Line; n <= set.Position(fn.End()).Line; n++ {
				counts[n] = true
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && len(l.Value) > long {
			for n := set.Position(l.Pos()).Line; n <= set.Position(l.End()).Line; n++ {
				delete(counts, n)
			}
		}
		return true
	})
	for i, line := range strings.Split(string(text), "\n") {
		code, _, _ := strings.Cut(line, " // ")
		if counts[i+1] && utf8.RuneCountInString(strings.ReplaceAll(code, "\t", "    ")) > maxColumns {
			wide++
		}
	}
	return wide
}
