package words

import "sync"

// Any are some words that texts are asked for. They are not empty, and of small letters of ASCII,
// digits and signs.
type Any struct {
	list     []string
	shortest int // of them, in bytes
	once     sync.Once

	// What the words begin with: which second bytes come after a first one, and which third ones after
	// a second, by five bits of each.
	seconds, thirds [32]uint32
	// The pairs of bytes in what the words begin with, as long as the shortest of them.
	pairs [32]uint32
}

// AnyOf returns some words that many texts are asked for.
func AnyOf(list ...string) *Any { return &Any{list: list} }

// index notes what the words begin with.
func (a *Any) index() {
	const all = 1<<32 - 1
	a.shortest = len(a.list[0])
	for _, word := range a.list {
		a.shortest = min(a.shortest, len(word))
	}
	for _, word := range a.list {
		if len(word) > 1 {
			a.seconds[word[0]&31] |= 1 << (word[1] & 31)
		}
		switch {
		case len(word) > 2:
			a.thirds[word[1]&31] |= 1 << (word[2] & 31)
		case len(word) > 1:
			a.thirds[word[1]&31] = all
		}
		for i := range a.shortest - 1 {
			a.pairs[word[i]&31] |= 1 << (word[i+1] & 31)
		}
	}
}

// In reports whether a text holds one of the words, whatever the case of its letters. It is asked
// before an expression is, which looks at each letter for all that may begin there.
func (a *Any) In(text string) bool {
	a.once.Do(a.index)
	if a.shortest < 2 {
		return holdsAny(text, a.list)
	}
	// Where a word of five letters stands, one of four pairs of its first letters does at each fourth place.
	step := a.shortest - 1
	for i := step - 1; i+1 < len(text); i += step {
		if a.pairs[text[i]&31]>>(text[i+1]&31)&1 != 0 && a.around(text, i-step+1, i) {
			return true
		}
	}
	return false
}

// around reports whether a word begins from one place of a text up to another.
func (a *Any) around(text string, from, to int) bool {
	for i := from; i <= to; i++ {
		second := text[i+1] & 31
		if a.seconds[text[i]&31]>>second&1 != 0 && (i+2 == len(text) || a.thirds[second]>>(text[i+2]&31)&1 != 0) && beginsWithAny(text[i:], a.list) {
			return true
		}
	}
	return false
}

// HoldsAny is In for words that few texts are asked for.
func HoldsAny(text string, list ...string) bool { return holdsAny(text, list) }

func holdsAny(text string, list []string) bool {
	const all = 1<<32 - 1
	var seconds [32]uint32 // which bytes come after the first one of a word, by five bits of each
	for _, word := range list {
		if first := word[0] & 31; len(word) == 1 {
			seconds[first] = all
		} else {
			seconds[first] |= 1 << (word[1] & 31)
		}
	}
	if text == "" {
		return false
	}
	first := text[0] & 31
	for i := 1; i < len(text); i++ {
		second := text[i] & 31
		if seconds[first]>>second&1 != 0 && beginsWithAny(text[i-1:], list) {
			return true
		}
		first = second
	}
	return beginsWithAny(text[len(text)-1:], list) // one of one letter
}

func beginsWithAny(text string, list []string) bool {
	for _, word := range list {
		if beginsWith(text, word) {
			return true
		}
	}
	return false
}

func beginsWith(text, word string) bool {
	if len(text) < len(word) {
		return false
	}
	for i := range len(word) {
		if small(text[i]) != word[i] {
			return false
		}
	}
	return true
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
