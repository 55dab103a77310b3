package words

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"
)

// A Memory keeps what was found in texts that come again: a prompt is asked about by several
// rules, and the flows of one team are often copies of each other. A text is kept when it comes
// for the second time, for most come once. It is safe for several goroutines, none of which
// waits for another.
type Memory[T any] struct {
	find   func(text string) T
	keep   func(text string) T // find, for what is kept
	places int

	once  sync.Once                 // makes room, which few of the many memories need
	known []atomic.Pointer[kept[T]] // each text in one of two places that its hash tells, until another one takes it
	came  []atomic.Uint32           // halves of hashes of texts that came once, each in one of two places that the other half tells
}

// kept is what was found in a text.
type kept[T any] struct {
	text  string
	found T
}

// What is kept: at most so many texts, of so many bytes each.
const (
	mostKept    = 1024
	fewKept     = 64
	longestKept = 400
)

var seed = maphash.MakeSeed()

// NewMemory returns a memory of what a function finds. What it finds in a text is shared by all
// who ask: nobody may change it.
func NewMemory[T any](find func(text string) T) *Memory[T] { return memoryOf(mostKept, find) }

// NewSmallMemory returns a memory for what is asked of few texts.
func NewSmallMemory[T any](find func(text string) T) *Memory[T] { return memoryOf(fewKept, find) }

// Keep has what is kept found by another function, for what one finds may be more than it seems: a part
// of something larger.
func (m *Memory[T]) Keep(find func(text string) T) *Memory[T] {
	m.keep = find
	return m
}

func memoryOf[T any](places int, find func(text string) T) *Memory[T] {
	return &Memory[T]{find: find, keep: find, places: places}
}

func (m *Memory[T]) makeRoom() {
	m.known, m.came = make([]atomic.Pointer[kept[T]], m.places), make([]atomic.Uint32, m.places)
}

// Of returns what is found in a text.
func (m *Memory[T]) Of(text string) T {
	if len(text) > longestKept {
		return m.find(text)
	}
	m.once.Do(m.makeRoom)
	hash := maphash.String(seed, text)
	places := uint64(len(m.known))
	place, other := &m.known[hash%places], &m.known[hash/places%places]
	one := place.Load()
	if one != nil && one.text == text {
		return one.found
	}
	if k := other.Load(); k != nil && k.text == text {
		return k.found
	}
	if !m.again(hash) {
		return m.find(text)
	}
	if one != nil {
		place = other
	}
	text = strings.Clone(text) // it may be part of a file, and what is found part of it
	k := &kept[T]{text, m.keep(text)}
	place.Store(k)
	return k.found
}

// again reports whether a text of such a hash came before, most likely.
func (m *Memory[T]) again(hash uint64) bool {
	half, places := uint32(hash>>32), uint64(len(m.came))
	place, other := &m.came[hash%places], &m.came[hash/places%places]
	one := place.Load()
	if one == half || other.Load() == half {
		return true
	}
	if one != 0 {
		place = other
	}
	place.Store(half)
	return false
}
