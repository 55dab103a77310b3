package lint

import (
	"sync"
	"sync/atomic"

	"studiolint/lint/project"
)

// A Fact is something that can be worked out of one document, for whoever asks:
// rules and other facts. It is worked out at most once a document, and what it
// returns is shared: nobody may change it.
//
// Facts are package-level variables, made by NewFact while the program starts.
type Fact[T any] struct {
	index int
	make  func(*project.Document) T
}

var facts atomic.Int64 // how many there are

// A Subject is what facts are known of: a document, or a pass over one.
type Subject interface{ Subject() *project.Document }

// Subject makes a pass a thing of which facts are known: those of its document.
func (p *Pass) Subject() *project.Document { return p.Document }

// NewFact returns the fact that a function works out of a document. The function
// may ask for other facts of the same document, but not in a ring.
func NewFact[T any](make func(*project.Document) T) *Fact[T] {
	return &Fact[T]{index: int(facts.Add(1)) - 1, make: make}
}

// Of returns the fact for the document of a pass. It panics when the function that
// works it out does, each time it is asked, and for a pass without a document (of
// a rule with scope PerFile). It is safe for several goroutines.
func (f *Fact[T]) Of(of Subject) T {
	document := of.Subject()
	known := &document.Facts.([]known)[f.index]
	known.once.Do(func() {
		defer func() {
			if known.value == nil {
				if with := recover(); with != nil {
					known.value = failed{with}
				}
			}
		}()
		known.value = f.make(document)
	})
	if failed, ok := known.value.(failed); ok {
		panic(failed.with)
	}
	value, _ := known.value.(T) // a nil interface holds no T
	return value
}

// known is one fact of one document. There are many of both, so it is kept small.
type known struct {
	once  sync.Once
	value any // or failed
}

// failed is what the function of a fact panicked with.
type failed struct{ with any }

// newFacts returns room for every fact of a document.
func newFacts() []known {
	if room, ok := spare.Get().(*[]known); ok {
		return *room
	}
	return make([]known, facts.Load())
}

// spare are rooms for the facts of documents: those of documents that have been dropped.
var spare sync.Pool

// dropFacts gives back the room for the facts of a document that nobody looks at any more.
func dropFacts(d *project.Document) {
	if room, ok := d.Facts.([]known); ok {
		d.Facts = nil
		clear(room)
		spare.Put(&room)
	}
}
