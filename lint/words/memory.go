package words

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// A Memory keeps what was found in texts that come again: a prompt is asked about by several
// rules, and the flows of one team are often copies of each other. A text is kept when it comes
// for the second time, for most come once. It is safe for several goroutines, none of which
// waits for another.
type Memory[T any] struct {
	find func(text string) T
	keep func(text string) T // find, for what is kept, where that is another one
	most uint64              // places there are

	room atomic.Pointer[memoryRoom[T]] // nil until a text comes, for few of the many memories are asked
}

// memoryRoom is where a memory keeps texts. A small flow has few: room for many, most of which nobody needs,
// would take longer to be touched than to look at its texts.
type memoryRoom[T any] struct {
	known []atomic.Pointer[kept[T]] // each text in one of two places that its hash tells, until another one takes it
	came  []atomic.Uint32           // halves of hashes of texts that came once, each in one of two places that it tells
	noted atomic.Uint32             // how many came for the first time
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
	firstKept   = 64 // before there is room for so many
	longestKept = 400
)

var seed = maphash.MakeSeed()

// NewMemory returns a memory of what a function finds. What it finds in a text is shared by all
// who ask: nobody may change it.
func NewMemory[T any](find func(text string) T) *Memory[T] {
	return &Memory[T]{find: find, most: mostKept}
}

// NewSmallMemory returns a memory for what is asked of few texts.
func NewSmallMemory[T any](find func(text string) T) *Memory[T] {
	return &Memory[T]{find: find, most: fewKept}
}

// Keep has what is kept found by another function, for what one finds may be more than it seems: a part
// of something larger.
func (m *Memory[T]) Keep(find func(text string) T) *Memory[T] {
	m.keep = find
	return m
}

// moreRoom returns room instead of one that is full; nil is none at all.
func (m *Memory[T]) moreRoom(full *memoryRoom[T]) *memoryRoom[T] {
	places := min(firstKept, m.most)
	if full != nil {
		places = m.most
	}
	more := &memoryRoom[T]{known: make([]atomic.Pointer[kept[T]], places), came: make([]atomic.Uint32, places)}
	if full != nil {
		more.take(full)
	}
	if !m.room.CompareAndSwap(full, more) {
		return m.room.Load()
	}
	return more
}

// take has the room hold what another one does, as far as its places allow.
func (r *memoryRoom[T]) take(from *memoryRoom[T]) {
	for i := range from.came {
		if half := from.came[i].Load(); half != 0 {
			r.again(uint64(half) << 32)
		}
		if k := from.known[i].Load(); k != nil {
			r.known[maphash.String(seed, k.text)%uint64(len(r.known))].Store(k)
		}
	}
}

// Of returns what is found in a text.
func (m *Memory[T]) Of(text string) T {
	if len(text) > longestKept {
		return m.find(text)
	}
	room := m.room.Load()
	if room == nil {
		room = m.moreRoom(nil)
	}
	hash := maphash.String(seed, text)
	places := uint64(len(room.known))
	place, other := &room.known[hash%places], &room.known[hash/places%places]
	one := place.Load()
	if one != nil && one.text == text {
		return one.found
	}
	if k := other.Load(); k != nil && k.text == text {
		return k.found
	}
	if !room.again(hash) {
		if places < m.most && room.noted.Add(1) > firstKept/2 {
			m.moreRoom(room).again(hash)
		}
		return m.find(text)
	}
	if one != nil {
		place = other
	}
	text = strings.Clone(text) // it may be part of a file, and what is found part of it
	keep := m.keep
	if keep == nil {
		keep = m.find
	}
	k := &kept[T]{text, keep(text)}
	place.Store(k)
	return k.found
}

// again reports whether a text of such a hash came before, most likely.
func (r *memoryRoom[T]) again(hash uint64) bool {
	half, places := uint32(hash>>32), uint32(len(r.came))
	place, other := &r.came[half%places], &r.came[half/places%places]
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
