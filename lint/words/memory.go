package words

import (
	"strings"
	"sync"
)

// A Memory keeps what was found in texts that come again: a prompt is asked about by several
// rules, and the flows of one team are often copies of each other. It is safe for several
// goroutines.
type Memory[T any] struct {
	find func(text string) T

	mu    sync.RWMutex
	known map[string]T
}

// What is kept: so many texts, of so many bytes each. Once there are more, all are forgotten.
const (
	mostKept    = 1000
	longestKept = 400
)

// NewMemory returns a memory of what a function finds. What it finds in a text is shared by all
// who ask: nobody may change it.
func NewMemory[T any](find func(text string) T) *Memory[T] {
	return &Memory[T]{find: find, known: map[string]T{}}
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
	text = strings.Clone(text) // it may be part of a file, and what is found part of it
	found = m.find(text)
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.known) >= mostKept {
		clear(m.known)
	}
	m.known[text] = found
	return found
}
