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

// lazyExpressions returns what is given to Lazy in the project, where it is written there alone.
func lazyExpressions(t *testing.T) (all []string) {
	t.Helper()
	exported := map[string]string{} // by words.Name
	files, err := filepath.Glob("../words/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		file, err := goparser.ParseFile(token.NewFileSet(), path, nil, goparser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range constantsOf(file) {
			exported["words."+name] = text
		}
	}
	err = filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := goparser.ParseFile(token.NewFileSet(), path, nil, goparser.SkipObjectResolution)
		if err != nil {
			return nil // such as a file that tests a broken one
		}
		known := maps.Clone(exported)
		maps.Copy(known, constantsOf(file))
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
				if name, ok := call.Fun.(*ast.SelectorExpr); ok && name.Sel.Name == "Lazy" {
					if text, ok := constant(call.Args[0], known); ok {
						all = append(all, text)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// constantsOf returns the texts of a file's constants.
func constantsOf(file *ast.File) map[string]string {
	known := map[string]string{}
	for _, d := range file.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.CONST {
			for _, spec := range d.Specs {
				if spec := spec.(*ast.ValueSpec); len(spec.Values) == 1 {
					if text, ok := constant(spec.Values[0], known); ok {
						known[spec.Names[0].Name] = text
					}
				}
			}
		}
	}
	return known
}

func constant(e ast.Expr, known map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.Ident:
		text, ok := known[e.Name]
		return text, ok
	case *ast.SelectorExpr:
		if of, ok := e.X.(*ast.Ident); ok {
			text, ok := known[of.Name+"."+e.Sel.Name]
			return text, ok
		}
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		a, ok := constant(e.X, known)
		b, also := constant(e.Y, known)
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
