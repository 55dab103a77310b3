package pattern

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A need is what is known of the matches of a part of an expression.
type need struct {
	exact []string // all that it matches, in small letters, when these are few; else nil
	holds []string // else each match holds one of these; nil when nothing is known
}

const (
	mostExact    = 24 // texts
	longestExact = 24 // bytes
)

// best returns the texts of which each match holds one; nil when nothing is known.
func (n need) best() []string {
	if n.exact == nil {
		return n.holds
	}
	if shortest(n.exact) == 0 {
		return nil
	}
	return n.exact
}

func shortest(list []string) int {
	if len(list) == 0 {
		return 0
	}
	return len(slices.MinFunc(list, func(a, b string) int { return len(a) - len(b) }))
}

func needOf(re *syntax.Regexp) need {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return need{exact: []string{""}}
	case syntax.OpLiteral:
		if text := string(re.Rune); len(text) == len(re.Rune) && len(text) <= longestExact { // of ASCII
			return need{exact: []string{strings.ToLower(text)}}
		}
		letters := make([]need, len(re.Rune))
		for i, r := range re.Rune {
			letters[i].exact = cases(r, re.Flags&syntax.FoldCase != 0)
		}
		return allOf(letters)
	case syntax.OpCharClass:
		return need{exact: members(re.Rune)}
	case syntax.OpCapture:
		return needOf(re.Sub[0])
	case syntax.OpQuest:
		if n := needOf(re.Sub[0]); n.exact != nil {
			return need{exact: append(slices.Clone(n.exact), "")}
		}
	case syntax.OpPlus:
		return need{holds: needOf(re.Sub[0]).best()}
	case syntax.OpRepeat:
		if re.Min > 0 {
			return need{holds: needOf(re.Sub[0]).best()}
		}
	case syntax.OpConcat:
		return allOf(needsOf(re.Sub))
	case syntax.OpAlternate:
		return eitherOf(needsOf(re.Sub))
	}
	return need{}
}

func needsOf(all []*syntax.Regexp) []need {
	needs := make([]need, len(all))
	for i, re := range all {
		needs[i] = needOf(re)
	}
	return needs
}

// cases returns a letter, small, and where it is not of ASCII and its case does not matter, in
// its other cases.
func cases(r rune, fold bool) []string {
	all := []string{strings.ToLower(string(r))}
	if r < utf8.RuneSelf {
		return all
	}
	all[0] = string(r)
	for other := unicode.SimpleFold(r); fold && other != r; other = unicode.SimpleFold(other) {
		all = append(all, string(other))
	}
	return all
}

// members returns the letters of a class, given as ranges, when they are few.
func members(ranges []rune) (all []string) {
	const most = 6
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			text := string(r)
			if r < utf8.RuneSelf {
				text = strings.ToLower(text)
			}
			if slices.Contains(all, text) {
				continue
			}
			if len(all) == most {
				return nil
			}
			all = append(all, text)
		}
	}
	return all
}

// allOf is the need of parts that follow each other.
func allOf(parts []need) need {
	run, whole := []string{""}, true // what the last parts match, and whether these are all
	var best []string
	for _, n := range parts {
		if n.exact != nil {
			if longer := product(run, n.exact); longer != nil {
				run = longer
				continue
			}
		}
		best, whole = better(better(best, run), n.holds), false
		if run = n.exact; run == nil {
			run = []string{""}
		}
	}
	if whole {
		return need{exact: run}
	}
	return need{holds: better(best, run)}
}

// product returns each of some texts with each of others after it; nil when these are too many,
// or too long.
func product(a, b []string) (all []string) {
	if len(a)*len(b) > mostExact {
		return nil
	}
	for _, x := range a {
		for _, y := range b {
			if len(x)+len(y) > longestExact {
				return nil
			}
			all = append(all, x+y)
		}
	}
	return all
}

// better returns which of two lists turns more texts away: the one whose shortest text is longer.
func better(a, b []string) []string {
	x, y := shortest(a), shortest(b)
	if y > x || y == x && y > 0 && len(b) < len(a) {
		return b
	}
	return a
}

// eitherOf is the need of parts of which one matches.
func eitherOf(parts []need) need {
	var all []string
	exact := true
	for _, n := range parts {
		list := n.exact
		if list == nil {
			exact = false
		}
		all = append(all, list...)
	}
	if exact && len(all) <= mostExact {
		return need{exact: all}
	}
	all = nil
	for _, n := range parts {
		list := n.best()
		if list == nil {
			return need{}
		}
		all = append(all, list...)
	}
	return need{holds: all}
}
