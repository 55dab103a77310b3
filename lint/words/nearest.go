package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is the length, in letters, up to which names are compared: real names end
// at 63, and the cost grows with the square.
const longestName = 128

// Nearest returns the candidate that was most likely meant by name, or "" when none is
// near: one that differs only in case or in _, - and spaces; else the one with the
// fewest letters missing, added, changed or swapped, up to a third of the name (at least
// one for names of three letters and more). Names with different numbers are never
// near: split_2 is not a misspelt split_1. Of equally near ones the first in the
// alphabet is taken, whatever the order of the candidates.
func Nearest(name string, candidates []string) string {
	return NearestThat(name, candidates, func(string) bool { return true })
}

// NearestThat is Nearest among the candidates that fit.
func NearestThat(name string, candidates []string, fits func(candidate string) bool) string {
	var mine, theirs [longestName]rune
	letters := fold(&mine, name)
	if len(letters) == 0 {
		return ""
	}
	best, bound := "", len(letters)/3
	sameCase := false // best differs from name in case only
	for _, c := range candidates {
		other := fold(&theirs, c)
		if c == name || len(other) == 0 {
			continue
		}
		if len(letters)-len(other) > bound || len(other)-len(letters) > bound || !sameNumber(letters, other) {
			continue // most are told so; the distance is dear
		}
		d := distance(letters, other, bound)
		if d > bound {
			continue
		}
		same := d == 0 && strings.EqualFold(name, c)
		switch {
		case d < bound || best == "", same && !sameCase:
		case same != sameCase || c >= best:
			continue
		}
		if !fits(c) {
			continue
		}
		best, bound, sameCase = c, d, same
	}
	return best
}

// fold returns the letters of s without what people confuse most: case, and the marks between
// words. A name longer than longestName has none.
func fold(letters *[longestName]rune, s string) []rune {
	n := 0
	if len(s) > longestName*utf8.UTFMax {
		return nil
	}
	for _, r := range s {
		switch {
		case r == '_' || r == '-' || r == ' ':
		case n == longestName:
			return nil
		default:
			letters[n] = unicode.ToLower(r)
			n++
		}
	}
	return letters[:n]
}

// sameNumber reports whether two names have the same digits, or one of them none.
func sameNumber(a, b []rune) bool {
	i, j := nextDigit(a, 0), nextDigit(b, 0)
	if i == len(a) || j == len(b) {
		return true
	}
	for i < len(a) && j < len(b) && a[i] == b[j] {
		i, j = nextDigit(a, i+1), nextDigit(b, j+1)
	}
	return i == len(a) && j == len(b)
}

// nextDigit returns where the next digit stands from a place on; the end where there is none.
func nextDigit(letters []rune, at int) int {
	for at < len(letters) && !unicode.IsDigit(letters[at]) {
		at++
	}
	return at
}

// distance is the number of letters that must be added, removed, changed or swapped
// with their neighbour to make a into b (optimal string alignment); beyond bound it is just
// some number greater than bound.
func distance(a, b []rune, bound int) int {
	if len(a)-len(b) > bound || len(b)-len(a) > bound {
		return bound + 1
	}
	var rows [3][longestName + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > bound {
			return bound + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// OneApart reports whether two names differ in one letter at the most, case and the marks
// between words aside: one that is missing, added, changed or swapped with its neighbour.
func OneApart(a, b string) bool {
	var mine, theirs [longestName]rune
	return oneApart(fold(&mine, a), fold(&theirs, b))
}

func oneApart(x, y []rune) bool {
	return len(x) > 0 && len(y) > 0 && len(x)-len(y) <= 1 && len(y)-len(x) <= 1 && sameNumber(x, y) && distance(x, y, 1) <= 1
}

// IsSlip reports whether a name can only be another one, misspelt: they differ in case,
// in the marks between words, or, when they are not short, in one letter.
func IsSlip(written, meant string) bool {
	const short = 4
	var mine, theirs [longestName]rune
	x, y := fold(&mine, written), fold(&theirs, meant)
	return len(x) > 0 && slices.Equal(x, y) || min(len(written), len(meant)) >= short && oneApart(x, y)
}

// SameLetters reports whether two names differ in nothing but case and the marks between
// words: equalTo is equal_to.
func SameLetters(a, b string) bool {
	var mine, theirs [longestName]rune
	letters := fold(&mine, a)
	return len(letters) > 0 && slices.Equal(letters, fold(&theirs, b))
}

// IsOnlySlip reports whether a name can only be another one, misspelt, and no third.
func IsOnlySlip(written, meant string, all []string) bool {
	return IsSlip(written, meant) && !slices.ContainsFunc(all, func(other string) bool { return other != meant && IsSlip(written, other) })
}

// AreSwapped reports whether two names differ by two letters side by side that have changed
// places, case aside: Form and From.
func AreSwapped(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) != len(b) || a == b {
		return false
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
