package pattern

import (
	"slices"
	"unicode"
)

// A set is a set of characters: ranges in order that neither touch nor overlap.
type set []span

type span struct{ low, high rune }

const lastRune = 0x10ffff

func one(c rune) set { return set{{c, c}} }

func of(low, high rune) set { return set{{low, high}} }

func (s set) has(c rune) bool {
	// Most sets have a few ranges, for which a search takes longer.
	const few = 8
	low, high := 0, len(s)
	for high-low > few {
		if middle := (low + high) / 2; s[middle].high < c {
			low = middle + 1
		} else {
			high = middle + 1
		}
	}
	for _, r := range s[low:high] {
		if c <= r.high {
			return c >= r.low
		}
	}
	return false
}

// union returns what is in either set.
func (s set) union(others ...set) set {
	all := slices.Clone(s)
	for _, o := range others {
		all = append(all, o...)
	}
	return all.inOrder()
}

func (s set) inOrder() set {
	slices.SortFunc(s, func(a, b span) int { return int(a.low) - int(b.low) })
	out := s[:0]
	for _, r := range s {
		if n := len(out); n > 0 && r.low <= out[n-1].high+1 {
			out[n-1].high = max(out[n-1].high, r.high)
			continue
		}
		out = append(out, r)
	}
	return out
}

// not returns what is not in the set.
func (s set) not() set {
	var out set
	from := rune(0)
	for _, r := range s {
		if r.low > from {
			out = append(out, span{from, r.low - 1})
		}
		from = r.high + 1
	}
	if from <= lastRune {
		out = append(out, span{from, lastRune})
	}
	return out
}

// and returns what is in both sets.
func (s set) and(o set) set {
	var out set
	for i, j := 0, 0; i < len(s) && j < len(o); {
		low, high := max(s[i].low, o[j].low), min(s[i].high, o[j].high)
		if low <= high {
			out = append(out, span{low, high})
		}
		if s[i].high < o[j].high {
			i++
		} else {
			j++
		}
	}
	return out
}

// tables returns the characters of Unicode tables.
func tables(list ...*unicode.RangeTable) set {
	var s set
	for _, t := range list {
		for _, r := range t.R16 {
			s = append(s, strided(rune(r.Lo), rune(r.Hi), rune(r.Stride))...)
		}
		for _, r := range t.R32 {
			s = append(s, strided(rune(r.Lo), rune(r.Hi), rune(r.Stride))...)
		}
	}
	return s.inOrder()
}

func strided(low, high, stride rune) set {
	if stride == 1 {
		return of(low, high)
	}
	var s set
	for c := low; c <= high; c += stride {
		s = append(s, span{c, c})
	}
	return s
}

// single returns a character and, under the flag i, its other cases: those of
// ASCII, or with u those of Unicode.
func single(c rune, f flags) set {
	switch {
	case f&ignoreCase == 0:
		return one(c)
	case f&unicodeCase == 0:
		return set{{asciiLower(c), asciiLower(c)}, {asciiUpper(c), asciiUpper(c)}}.inOrder()
	}
	s := one(c)
	// The orbit of Unicode lacks the two letters that only Turkish folds.
	for _, d := range append(orbit(c), 'i', 'I', 0x130, 0x131) {
		if fold(d) == fold(c) {
			s = append(s, span{d, d})
		}
	}
	return s.inOrder()
}

func orbit(c rune) []rune {
	var list []rune
	for d := unicode.SimpleFold(c); d != c && len(list) < 8; d = unicode.SimpleFold(d) {
		list = append(list, d)
	}
	return list
}

// between returns a range and, under the flag i, the other cases of what is in it.
func between(low, high rune, f flags) set {
	s := of(low, high)
	if f&ignoreCase == 0 {
		return s
	}
	if f&unicodeCase == 0 {
		for c := rune('A'); c <= 'Z'; c++ {
			if lower := asciiLower(c); s.has(c) || s.has(lower) {
				s = append(s, span{c, c}, span{lower, lower})
			}
			s = s.inOrder()
		}
		return s
	}
	for _, r := range tables(unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Lowercase, unicode.Other_Uppercase, unicode.Mn) {
		for c := r.low; c <= r.high; c++ {
			up := unicode.ToUpper(c)
			if inside := up >= low && up <= high; inside || low <= unicode.ToLower(up) && unicode.ToLower(up) <= high {
				s = append(s, span{c, c})
			}
		}
	}
	return s.inOrder()
}

// fold is how Java compares two characters under the flags i and u.
func fold(c rune) rune { return unicode.ToLower(unicode.ToUpper(c)) }

func asciiLower(c rune) rune {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func asciiUpper(c rune) rune {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}
