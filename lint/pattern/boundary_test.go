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
		`mots?[- ]cl[ée]s?\b`: "é", `fermée?s?\b`: "é", `\b(?:falha|désolée?)\b`: "é", `cu[áa]nt(?:[oa]s?|é)?\b`: "é", `\bé?cole\b`: "é",
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
		letters = append(letters, edgeOf(re.Sub[:i], true)...)
		letters = append(letters, edgeOf(re.Sub[i+1:], false)...)
	}
	return letters
}

// edgeOf returns the letters beyond ASCII with which what parts in a row match may begin, or end: behind what may be
// left out stands what comes next.
func edgeOf(row []*syntax.Regexp, last bool) (letters []rune) {
	for i := range row {
		part := row[i]
		if last {
			part = row[len(row)-1-i]
		}
		letters = append(letters, edge(part, last)...)
		if !mayBeNothing(part) {
			break
		}
	}
	slices.Sort(letters)
	return slices.Compact(letters)
}

// mayBeNothing reports whether an expression matches nothing, too; not so one for whatever may come in between, blanks
// among it.
func mayBeNothing(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpQuest:
		return true
	case syntax.OpStar:
		return !holdsBlank(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 && !holdsBlank(re.Sub[0])
	case syntax.OpCapture, syntax.OpPlus:
		return mayBeNothing(re.Sub[0])
	case syntax.OpConcat:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !mayBeNothing(sub) })
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, mayBeNothing)
	}
	return false
}

// holdsBlank reports whether an expression is a class of signs to which the blank belongs.
func holdsBlank(re *syntax.Regexp) bool {
	if re.Op != syntax.OpCharClass {
		return re.Op == syntax.OpAnyChar || re.Op == syntax.OpAnyCharNotNL
	}
	for i := 0; i < len(re.Rune); i += 2 {
		if re.Rune[i] <= ' ' && ' ' <= re.Rune[i+1] {
			return true
		}
	}
	return false
}

// edge returns the letters beyond ASCII with which what a part matches may begin, or end, but not those of a class of
// all letters.
func edge(re *syntax.Regexp, last bool) (letters []rune) {
	switch re.Op {
	case syntax.OpLiteral:
		at := 0
		if last {
			at = len(re.Rune) - 1
		}
		letters = []rune{unicode.ToLower(re.Rune[at])}
	case syntax.OpCharClass:
		const many = 32 // ends of ranges
		if len(re.Rune) > many {
			return nil
		}
		for _, r := range re.Rune {
			letters = append(letters, unicode.ToLower(r))
		}
	case syntax.OpCapture, syntax.OpPlus, syntax.OpStar, syntax.OpQuest, syntax.OpRepeat:
		letters = edge(re.Sub[0], last)
	case syntax.OpConcat:
		letters = edgeOf(re.Sub, last)
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
