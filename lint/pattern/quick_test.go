package pattern

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestQuickLook(t *testing.T) {
	for expression, want := range map[string]string{
		`(?i)\b(?:call|phone) you\b`:        "call you:1|phone you:2",
		`(?i)\btry(?: it)? again`:           "try again:1|try it again:1",
		`(?i)se[ñn]al|tone?\b`:              "senal:1|seÑal:1|señal:1|ton:2|tone:2",
		`[0-9]+ (?:min|sec)`:                " min:1| sec:2",
		`(?:beep){1,3}`:                     "beep:1",
		`\bleave .{0,9} (?:tone|beep)`:      "leave :3",
		`(?i)été`:                           "tÉ:1|té:1",
		`(?i)l'été`:                         "l'ÉtÉ:1|l'Été:1|l'étÉ:1|l'été:1",
		`^https?://`:                        "",
		`(?:abc|d*)x`:                       "abcx:1",
		`\w+@\w+`:                           "",
		`(?i)kiss`:                          "kiss:1",
		`(?:one|two|three) (?:a|b)? (?:x)+`: "one  :1|one a :1|one b :1|three  :4|three a :4|three b :4|two  :2|two a :2|two b :2",
		`(?i)(?:the|a) (?:cat|(?:dog|pig)s|owl) sits`: "a cat sits:1|a dogs sits:2|a owl sits:8|a pigs sits:4|the cat sits:1|the dogs sits:2|the owl sits:8|the pigs sits:4",
	} {
		var got []string
		for _, r := range quickLookOf(expression).list {
			got = append(got, r.text+":"+strconv.FormatUint(r.branches, 10))
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%s: %q, want %q", expression, got, want)
		}
	}
	if e := Lazy(`(?i)kiss|abba`); !e.MatchString("a \u212aIſS") || e.MatchString("a kid") || e.MatchString("ſo") {
		t.Error("cases of letters that only Go knows")
	}
	if e := Lazy(`(?i)\b(?:no (?:b|c)|d)`); e.FindString("so no C") != "no C" || e.FindString("so no") != "" || e.String() != `(?i)\b(?:no (?:b|c)|d)` {
		t.Error("a branch")
	}
}

// An expression says of a text what Go's says, whichever branches are asked: each expression of
// the project is asked of texts that are made after it, also cut and put together.
func TestExpressionsAsWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	random := rand.New(rand.NewPCG(3, 4))
	expressions, quick, branches, matched, others := 0, 0, 0, 0, 0
	texts := 20
	if os.Getenv("STUDIOLINT_LONG") == "1" {
		texts = 60
	}
	for _, expression := range lazyExpressions(t) {
		expressions++
		e, compiled := Lazy(expression), regexp.MustCompile(expression)
		if e.asked().quick.always == 0 {
			quick++
		}
		branches += e.asked().quick.count
		parsed, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for range texts {
			var b strings.Builder
			write(&b, parsed, random)
			text := b.String()
			from := random.IntN(len(text) + 1)
			for _, text := range []string{text, " " + text + " ", strings.ToUpper(text), text[from:], text[:from], last + text, last + " " + text[:from]} {
				want := compiled.MatchString(text)
				if want {
					matched++
				} else {
					others++
				}
				if got := e.MatchString(text); got != want {
					t.Errorf("%s: %q: %v, want %v", expression, text, got, want)
				}
				if got, want := e.FindString(text), compiled.FindString(text); got != want {
					t.Errorf("%s: %q: found %q, want %q", expression, text, got, want)
				}
			}
			last = text
		}
	}
	if expressions < 100 || quick < expressions/2 || branches < 5*expressions || matched < 500*texts || others < 250*texts {
		t.Errorf("%d expressions, %d with a quick look, %d branches, %d texts match, %d do not: too few to show anything", expressions, quick, branches, matched, others)
	}
	t.Logf("%d expressions, %d with a quick look, %d branches, %d texts match, %d do not", expressions, quick, branches, matched, others)
}

// lazyExpressions returns what is given to Lazy in the project. Each must be written out, or put together of constants of
// its package and of words: another one has no quick look in the table.
func lazyExpressions(t *testing.T) (all []string) {
	t.Helper()
	folders := map[string][]*ast.File{}
	set := token.NewFileSet()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := goparser.ParseFile(set, path, nil, goparser.SkipObjectResolution)
		if err != nil {
			return nil // such as a file that tests a broken one
		}
		folders[filepath.Dir(path)] = append(folders[filepath.Dir(path)], file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	exported := constants{}
	for name, e := range constantsOf(folders["../../lint/words"]) {
		exported["words."+name] = e
	}
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		known := constantsOf(folders[folder])
		maps.Copy(known, exported)
		for _, file := range folders[folder] {
			for _, argument := range givenToLazy(file) {
				text, ok := known.text(argument)
				if !ok {
					t.Errorf("%s: what the expression is put together of is not known here, so that it has no quick look in the table "+
						"and each run pays for that: write it out, or take constants of its package or of lint/words", set.Position(argument.Pos()))
					continue
				}
				all = append(all, text)
			}
		}
	}
	return all
}

// givenToLazy returns the arguments of the calls of pattern.Lazy in a file.
func givenToLazy(file *ast.File) (all []ast.Expr) {
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
			if name, ok := call.Fun.(*ast.SelectorExpr); ok && name.Sel.Name == "Lazy" {
				all = append(all, call.Args[0])
			}
		}
		return true
	})
	return all
}

// constants are those of packages, each with the constants that it may be put together of.
type constants map[string]constant

type constant struct {
	ast.Expr
	of constants
}

// constantsOf returns the constants of a package's files.
func constantsOf(files []*ast.File) constants {
	all := constants{}
	for _, file := range files {
		for _, d := range file.Decls {
			if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.CONST {
				for _, spec := range d.Specs {
					spec := spec.(*ast.ValueSpec)
					for i, value := range spec.Values {
						all[spec.Names[i].Name] = constant{value, all}
					}
				}
			}
		}
	}
	return all
}

// text returns the text of a constant expression.
func (c constants) text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.Ident:
		known := c[e.Name]
		return known.of.text(known.Expr)
	case *ast.SelectorExpr:
		if of, ok := e.X.(*ast.Ident); ok {
			known := c[of.Name+"."+e.Sel.Name]
			return known.of.text(known.Expr)
		}
	case *ast.ParenExpr:
		return c.text(e.X)
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		a, ok := c.text(e.X)
		b, also := c.text(e.Y)
		return a + b, ok && also
	}
	return "", false
}

// write writes a text that an expression matches, unless it looks at what stands around.
func write(b *strings.Builder, re *syntax.Regexp, random *rand.Rand) {
	times := func(least, most int) {
		if most < 0 || most > least+3 {
			most = least + 3
		}
		for range least + random.IntN(most-least+1) {
			write(b, re.Sub[0], random)
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		i := 2 * random.IntN(len(re.Rune)/2)
		b.WriteRune(re.Rune[i] + rune(random.IntN(int(min(re.Rune[i+1]-re.Rune[i], 90))+1)))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte(" aé1."[random.IntN(2)])
	case syntax.OpCapture:
		write(b, re.Sub[0], random)
	case syntax.OpStar:
		times(0, -1)
	case syntax.OpPlus:
		times(1, -1)
	case syntax.OpQuest:
		times(0, 1)
	case syntax.OpRepeat:
		times(re.Min, re.Max)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			write(b, sub, random)
		}
	case syntax.OpAlternate:
		write(b, re.Sub[random.IntN(len(re.Sub))], random)
	}
}
