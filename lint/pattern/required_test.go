package pattern

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"testing"
)

func TestRequired(t *testing.T) {
	for expression, want := range map[string]string{
		`(?i)\b(?:call|phone) you\b`:        "call you|phone you",
		`(?i)\btry(?: it)? again`:           "try again|try it again",
		`(?i)se[ñn]al|tone?\b`:              "senal|seÑal|señal|ton|tone",
		`[0-9]+ (?:min|sec)`:                " min| sec",
		`(?:beep){1,3}`:                     "beep",
		`\bleave .{0,9} (?:tone|beep)`:      "leave ",
		`(?i)été`:                           "tÉ|té",
		`(?i)l'été`:                         "l'ÉtÉ|l'Été|l'étÉ|l'été",
		`^https?://`:                        "",
		`(?:abc|d*)x`:                       "",
		`\w+@\w+`:                           "",
		`(?i)kiss`:                          "kiss",
		`(?:one|two|three) (?:a|b)? (?:x)+`: "one  |one a |one b |three  |three a |three b |two  |two a |two b ",
	} {
		got := ""
		if a := anyOfIn(expression); a != nil {
			got = strings.Join(a.list, "|")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", expression, got, want)
		}
	}
	if e := newExpression(`(?i)kiss`); !e.MatchString("a \u212aIſS") || e.MatchString("a kid") {
		t.Error("cases of letters that only Go knows")
	}
}

// The quick look never turns away what an expression matches: each expression of the project is
// asked of texts that are made after it.
func TestRequiredOfAll(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	expressions, quick, matched := 0, 0, 0
	for _, expression := range lazyExpressions(t) {
		expressions++
		a := anyOfIn(expression)
		if a == nil {
			continue
		}
		quick++
		parsed, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		compiled := regexp.MustCompile(expression)
		for range 300 {
			var b strings.Builder
			write(&b, parsed, random)
			text := b.String()
			for _, text := range []string{text, " " + text + " ", strings.ToUpper(text)} {
				if !compiled.MatchString(text) {
					continue
				}
				matched++
				if !a.in(text) {
					t.Errorf("%s matches %q, which holds none of %q", expression, text, a.list)
				}
			}
		}
	}
	if expressions < 100 || quick < expressions/3 || matched < 10_000 {
		t.Errorf("%d expressions, %d with a quick look, %d texts: too few to show anything", expressions, quick, matched)
	}
	t.Logf("%d expressions, %d with a quick look, %d texts", expressions, quick, matched)
}

// lazyExpressions returns what is given to Lazy in the project, where it is written there alone.
func lazyExpressions(t *testing.T) (all []string) {
	t.Helper()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := goparser.ParseFile(token.NewFileSet(), path, nil, goparser.SkipObjectResolution)
		if err != nil {
			return nil // such as a file that tests a broken one
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
				if name, ok := call.Fun.(*ast.SelectorExpr); ok && name.Sel.Name == "Lazy" {
					if text, ok := constant(call.Args[0]); ok {
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

func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		a, ok := constant(e.X)
		b, also := constant(e.Y)
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
