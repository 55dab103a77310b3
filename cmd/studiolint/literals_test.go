package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"studiolint/schemas"
)

// A rule asks the rooms below it: expressions, words of people and the names of operators stand there, where
// every rule and every language finds them, and none is written a second time.
func TestRulesHoldNoFacts(t *testing.T) {
	c := literalCheck{token.NewFileSet(), catalogueNames(t), map[string]bool{}, map[string]bool{}}
	for _, filter := range schemas.LiquidFacts().Filters {
		c.filters[filter.Name] = true
	}
	for _, o := range schemas.Lookup("split-based-on").Operators {
		c.operators[o.Name] = true
	}
	files, err := filepath.Glob("../../rules/*.go")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, fault := range c.faults(t, name, nil) {
			t.Error(fault)
		}
	}
	for text, want := range map[string]int{
		`pattern.Lazy("a")`: 1, `regexp.MustCompile("a")`: 1, `pattern.AnyOf("urgent")`: 1, `pattern.Parse(x, true)`: 0,
		`x == "less_than"`: 1, `[]string{"contains"}`: 1, `p.Reportf(x, "write less_than for %s", y)`: 0,
		`[]string{"yes", "yeah", "ok"}`: 1, `map[string]int{"one": 1, "two": 2, "three": 3}`: 1, `words.HoldsAny(x, "quick", "soon", "fast")`: 1,
		`x != "yes" && x != "yeah" && x != "sure"`: 1, `[]string{"yes", "yeah"}`: 1, `[]string{"yes"}`: 0, `x == "yes" || x == "yeah"`: 1, `words.HoldsAny(x, "quick", "soon")`: 1,
		`strings.Replace(cure, "lead it", "lead them", 1)`: 0, `message(1, " (late)", "")`: 0, `f.HasFilter("size", "split")`: 2, `f.Name == "plus"`: 1, `w.Name == "bus"`: 0,
		`[]string{"it is", "they are", "%s of %s"}`: 1, `strings.NewReplacer("-", "", ".", "")`: 0, `x == "yes" || y == "yeah" || z == "ok"`: 0,
	} {
		if got := c.faults(t, "sample.go", "package rules\n\nvar _ = "+text+"\n"); len(got) != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// A literalCheck looks for what belongs into rooms.
type literalCheck struct {
	set              *token.FileSet
	names, operators map[string]bool // of the catalogue
	filters          map[string]bool // of Liquid
}

// faults returns what a file holds of it; text is the file's, nil to have it read.
func (c *literalCheck) faults(t *testing.T, name string, text any) (faults []string) {
	t.Helper()
	f, err := parser.ParseFile(c.set, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	add := func(n ast.Node, what string) { faults = append(faults, c.set.Position(n.Pos()).String()+": "+what) }
	inChain := map[ast.Node]bool{} // it is told where the chain begins
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			if ok && (x.Name == "regexp" || x.Name == "pattern" && (n.Sel.Name == "Lazy" || n.Sel.Name == "AnyOf")) {
				add(n, "an expression stands in a rule; put it into the room of what it reads")
			}
		case *ast.BasicLit:
			if c.operators[literalText(n)] {
				add(n, n.Value+" is the name of an operator; lint/split has it")
			}
		case *ast.CallExpr:
			if calledName(n) == "HasFilter" {
				for _, arg := range n.Args {
					c.addFilter(add, arg)
				}
			}
		case *ast.BinaryExpr:
			if x, ok := n.X.(*ast.SelectorExpr); ok && x.Sel.Name == "Name" {
				c.addFilter(add, n.Y)
			}
			for _, side := range []ast.Expr{n.X, n.Y} {
				if b, ok := side.(*ast.BinaryExpr); ok {
					inChain[b] = b.Op == n.Op
				}
			}
		}
		list := literalsOf(n)
		count := 0
		for _, text := range list {
			if isWordOfPeople(text) && !c.names[text] {
				count++
			}
		}
		if !inChain[n] && (len(list) >= 3 && count > 0 || len(list) == 2 && count == 2) {
			add(n, "a list of words stands in a rule ("+strings.Join(list, ", ")+"); put it into lint/words or lint/offer")
		}
		return true
	})
	return faults
}

// addFilter adds a literal that is the name of a filter.
func (c *literalCheck) addFilter(add func(n ast.Node, what string), e ast.Expr) {
	if l, ok := e.(*ast.BasicLit); ok && c.filters[literalText(l)] {
		add(l, l.Value+" is the name of a filter; lint/liquid has it")
	}
}

// ofMessages are calls whose words are those of a message, and why.
var ofMessages = map[string]string{
	"Replace": "puts the words of a message into the plural",
}

// literalsOf returns the texts that one list, one case, one call with several, or one chain of comparisons names.
func literalsOf(n ast.Node) (list []string) {
	all := func(exprs []ast.Expr) {
		for _, e := range exprs {
			if pair, ok := e.(*ast.KeyValueExpr); ok {
				e = pair.Key
			}
			if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
				list = append(list, literalText(l))
			}
		}
	}
	switch n := n.(type) {
	case *ast.CompositeLit:
		all(n.Elts)
	case *ast.CaseClause:
		all(n.List)
	case *ast.CallExpr:
		if name := calledName(n); !strings.HasSuffix(name, "f") && ofMessages[name] == "" { // no message
			all(n.Args)
		}
	case *ast.BinaryExpr:
		if n.Op == token.LOR || n.Op == token.LAND {
			list = comparedWith(n, n.Op)
		}
	}
	return list
}

// comparedWith returns the texts with which one value is compared in a chain of one operator; none where the chain
// compares several values.
func comparedWith(n ast.Expr, op token.Token) (list []string) {
	subject := ""
	var walk func(e ast.Expr)
	walk = func(e ast.Expr) {
		b, ok := e.(*ast.BinaryExpr)
		switch {
		case !ok:
		case b.Op == op:
			walk(b.X)
			walk(b.Y)
		case b.Op == token.EQL || b.Op == token.NEQ:
			x, isName := b.X.(*ast.Ident)
			if l, ok := b.Y.(*ast.BasicLit); ok && l.Kind == token.STRING && isName && (subject == "" || subject == x.Name) {
				subject = x.Name
				list = append(list, literalText(l))
			}
		}
	}
	walk(n)
	return list
}

func calledName(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

func literalText(l *ast.BasicLit) string {
	text, err := strconv.Unquote(l.Value)
	if err != nil {
		return ""
	}
	return text
}

// isWordOfPeople reports whether a text is a word or two, and no sentence and no sign.
func isWordOfPeople(text string) bool {
	const most = 2 // words
	letters := strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(letters) > 1 && len(strings.Fields(text)) <= most &&
		strings.IndexFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" -'’", r) }) < 0
}

// catalogueNames are the names and values that stand in the catalogue.
func catalogueNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	err := filepath.WalkDir("../../schemas", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		dec := json.NewDecoder(f)
		for token, err := dec.Token(); err == nil; token, err = dec.Token() {
			if text, ok := token.(string); ok {
				names[text] = true
			}
		}
		return nil
	})
	if err != nil || len(names) < 500 {
		t.Fatalf("%d names, %v", len(names), err)
	}
	return names
}
