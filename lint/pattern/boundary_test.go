package pattern

import (
	"regexp/syntax"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"
)

// To Go a letter beyond ASCII belongs to no word: \bécoute is found after a letter of ASCII alone, and
// fermé\b before one. Beside such a letter \B says what is meant.
func TestBoundariesBesideOtherLetters(t *testing.T) {
	seen := 0
	for _, expression := range lazyExpressions(t) {
		tree, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		seen += boundaries(tree)
		for _, letter := range misplaced(tree) {
			t.Errorf("%s: a \\b touches %q: write \\B there", expression, letter)
		}
	}
	if seen < 300 {
		t.Errorf("%d boundaries seen: too few to show anything", seen)
	}
}

func TestMisplacedBoundaries(t *testing.T) {
	for expression, want := range map[string]string{
		`\bécoute`: "é", `\b(?:tapez|(écoute))`: "é", `fermé\b`: "é", `s[ií]\b`: "í", `\b(?:été)+\b`: "éé",
		`\Bécoute`: "", `(?:\btapez|\Bécoute)\b`: "", `\bno\b`: "", `\pL+\b`: "",
	} {
		tree, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(misplaced(tree)); got != want {
			t.Errorf("%s: %q, want %q", expression, got, want)
		}
	}
}

func boundaries(re *syntax.Regexp) (n int) {
	if re.Op == syntax.OpWordBoundary {
		return 1
	}
	for _, sub := range re.Sub {
		n += boundaries(sub)
	}
	return n
}

// misplaced returns the letters beyond ASCII that a \b of an expression touches.
func misplaced(re *syntax.Regexp) (letters []rune) {
	for i, sub := range re.Sub {
		letters = append(letters, misplaced(sub)...)
		if re.Op != syntax.OpConcat || sub.Op != syntax.OpWordBoundary {
			continue
		}
		if i > 0 {
			letters = append(letters, edge(re.Sub[i-1], true)...)
		}
		if i+1 < len(re.Sub) {
			letters = append(letters, edge(re.Sub[i+1], false)...)
		}
	}
	return letters
}

// edge returns the letters beyond ASCII with which what a part matches may begin, or end, as far as
// that is plain: what may be left out is not looked at, nor is a class of all letters.
func edge(re *syntax.Regexp, last bool) (letters []rune) {
	at := func(n int) int {
		if last {
			return n - 1
		}
		return 0
	}
	switch re.Op {
	case syntax.OpLiteral:
		letters = []rune{unicode.ToLower(re.Rune[at(len(re.Rune))])}
	case syntax.OpCharClass:
		if len(re.Rune) <= 32 {
			for _, r := range re.Rune {
				letters = append(letters, unicode.ToLower(r))
			}
		}
	case syntax.OpCapture, syntax.OpPlus:
		letters = edge(re.Sub[0], last)
	case syntax.OpConcat:
		letters = edge(re.Sub[at(len(re.Sub))], last)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			letters = append(letters, edge(sub, last)...)
		}
	}
	letters = slices.DeleteFunc(letters, func(r rune) bool {
		return r < utf8.RuneSelf || !unicode.IsLetter(r) || string(r) == longS || string(r) == kelvin
	})
	slices.Sort(letters)
	return slices.Compact(letters)
}
