package pattern

import (
	"strings"
	"sync"
)

// What is kept of the expressions that were read last: those of a flow are read for several
// questions, and its copies have the same.
const (
	maxKept  = 200 // bytes of an expression
	mostKept = 64
)

var kept readings

// readings are expressions with what came of reading them.
type readings struct {
	mu    sync.Mutex
	known map[reading]outcome
}

type reading struct {
	text    string
	anyCase bool
}

type outcome struct {
	pattern *Pattern
	err     error
}

func (r *readings) parse(text string, anyCase bool) (*Pattern, error) {
	r.mu.Lock()
	known, ok := r.known[reading{text, anyCase}]
	r.mu.Unlock()
	if ok {
		return known.pattern, known.err
	}
	text = strings.Clone(text) // it may be part of a file
	known.pattern, known.err = parse(text, anyCase)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known == nil || len(r.known) >= mostKept {
		r.known = make(map[reading]outcome, mostKept)
	}
	r.known[reading{text, anyCase}] = known
	return known.pattern, known.err
}
