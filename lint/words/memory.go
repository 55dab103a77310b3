package words

import (
	"hash/maphash"
	"strings"
	"sync"
)

// A Memory keeps what was found in texts that come again: a prompt is asked about by several
// rules, and the flows of one team are often copies of each other. A text is kept when it comes
// for the second time, for most come once. It is safe for several goroutines.
type Memory[T any] struct {
	find func(text string) T

	mu    sync.RWMutex
	known map[string]T
	came  [places]uint32 // halves of hashes of texts that came once, each in one of two places that the other half tells
}

// What is kept: so many texts, of so many bytes each. Once there are more, all are forgotten.
const (
	mostKept    = 1000
	longestKept = 400
	places      = 1024 // for texts that came once
)

var seed = maphash.MakeSeed()

// NewMemory returns a memory of what a function finds. What it finds in a text is shared by all
// who ask: nobody may change it.
func NewMemory[T any](find func(text string) T) *Memory[T] {
	return &Memory[T]{find: find}
}

// Of returns what is found in a text.
func (m *Memory[T]) Of(text string) T {
	if len(text) > longestKept {
		return m.find(text)
	}
	m.mu.RLock()
	found, ok := m.known[text]
	m.mu.RUnlock()
	if ok {
		return found
	}
	again := m.again(maphash.String(seed, text))
	if again {
		text = strings.Clone(text) // it may be part of a file, and what is found part of it
	}
	found = m.find(text)
	if again {
		m.keep(text, found)
	}
	return found
}

// again reports whether a text of such a hash came before, most likely.
func (m *Memory[T]) again(hash uint64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	half := uint32(hash >> 32)
	place, other := &m.came[hash%places], &m.came[hash/places%places]
	if *place == half || *other == half {
		return true
	}
	if *place != 0 {
		place = other
	}
	*place = half
	return false
}

func (m *Memory[T]) keep(text string, found T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= mostKept {
		m.known = map[string]T{}
	}
	m.known[text] = found
}
