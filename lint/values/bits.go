package values

import "math/bits"

// A set is a set of the numbers of definitions.
type set []uint64

func (s set) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }
func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) remove(i int)   { s[i/64] &^= 1 << (i % 64) }

// union adds what other holds and reports whether that was anything new.
func (s set) union(other set) bool {
	var fresh uint64
	for i, word := range other {
		fresh |= word &^ s[i]
		s[i] |= word
	}
	return fresh != 0
}

// between returns the part of word i that lies from one number up to another.
func (s set) between(i, from, to int) uint64 {
	word := s[i]
	if low := from - i*64; low > 0 {
		word &^= 1<<low - 1
	}
	if high := to - i*64; high < 64 {
		word &= 1<<high - 1
	}
	return word
}

// clear removes the numbers from one up to another.
func (s set) clear(from, to int) {
	for i := from / 64; i*64 < to; i++ {
		s[i] &^= s.between(i, from, to)
	}
}

// any reports whether it holds a number from one up to another.
func (s set) any(from, to int) bool {
	for i := from / 64; i*64 < to; i++ {
		if s.between(i, from, to) != 0 {
			return true
		}
	}
	return false
}

// each calls a function with the numbers from one up to another, in order.
func (s set) each(from, to int, visit func(int)) {
	for i := from / 64; i*64 < to; i++ {
		for word := s.between(i, from, to); word != 0; word &= word - 1 {
			visit(i*64 + bits.TrailingZeros64(word))
		}
	}
}
