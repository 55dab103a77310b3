package glob

import (
	"fmt"
	"math"
	"strings"
)

// maxChoices is for how many patterns without braces one with braces may stand: {a,b}/{c,d}
// stands for four. A path is compared with each of them.
const maxChoices = 64

// choices returns the patterns without braces for which a valid pattern stands, in the
// order in which it names them. They are counted before the first is written: 200
// bytes can stand for more than there is room for.
func choices(pattern string) ([]string, error) {
	if n := count(pattern); n > maxChoices {
		number := fmt.Sprint(n)
		if n == math.MaxInt32 {
			number = "billions of"
		}
		return nil, fmt.Errorf("the braces stand for %s patterns, each choice of one with each of the others, and at most %d are taken: write several patterns, or * in place of some braces", number, maxChoices)
	}
	return expand(pattern), nil
}

// step returns the length of what stands at the beginning of a pattern: a brace, a comma,
// or text up to the next of these.
func step(pattern string) int {
	n := 0
	for n < len(pattern) && !strings.ContainsRune("{,}", rune(pattern[n])) {
		n += character(pattern[n:])
	}
	return max(n, 1)
}

// character returns the length of a byte at the beginning of a pattern, or with what
// belongs to it: what is escaped, or a class.
func character(pattern string) int {
	switch pattern[0] {
	case '\\':
		return min(2, len(pattern))
	case '[':
		for i := 1; i < len(pattern); i++ {
			switch pattern[i] {
			case '\\':
				i++
			case ']':
				return i + 1
			}
		}
		return len(pattern)
	}
	return 1
}

// A brace is one that is open: what its choices come to so far.
type brace[T any] struct {
	before T // what stands before it in the choice that it is a part of
	sum    T // its choices that are complete
}

// fold reads a valid pattern once, whatever its braces hold. What stands side by side is
// joined by both, what stands in braces between commas by either.
func fold[T any](pattern string, none T, text func(string) T, both, either func(a, b T) T) T {
	one := text("")
	open, now := []brace[T]{}, one
	for len(pattern) > 0 {
		n := step(pattern)
		switch last := len(open) - 1; {
		case pattern[0] == '{':
			open, now = append(open, brace[T]{now, none}), one
		case pattern[0] == ',' && last >= 0:
			open[last].sum, now = either(open[last].sum, now), one
		case pattern[0] == '}' && last >= 0:
			now = both(open[last].before, either(open[last].sum, now))
			open = open[:last]
		default:
			now = both(now, text(pattern[:n]))
		}
		pattern = pattern[n:]
	}
	return now
}

// count returns for how many patterns a valid one stands; more than math.MaxInt32 are as
// many.
func count(pattern string) int {
	return fold(pattern, 0, func(string) int { return 1 },
		func(a, b int) int { return min(a*b, math.MaxInt32) },
		func(a, b int) int { return min(a+b, math.MaxInt32) })
}

// expand returns the patterns for which one stands.
func expand(pattern string) []string {
	return fold(pattern, nil, func(s string) []string { return []string{s} },
		func(a, b []string) []string {
			list := make([]string, 0, len(a)*len(b))
			for _, first := range a {
				for _, second := range b {
					list = append(list, first+second)
				}
			}
			return list
		},
		func(a, b []string) []string { return append(a, b...) })
}
