package lint

import (
	"sync"
	"testing"

	"studiolint/lint/project"
)

var (
	factCalls  int
	countedOf  = NewFact(func(*project.Document) int { factCalls++; return 7 })
	doubledOf  = NewFact(func(d *project.Document) int { return 2 * countedOf.Of(d) })
	failingOf  = NewFact(func(*project.Document) []int { panic("no such thing") })
	nothingOf  = NewFact(func(*project.Document) error { return nil })
	sharedDoc  = func() *project.Document { return &project.Document{Facts: newFacts()} }
	passOverIt = func(d *project.Document) *Pass { return &Pass{Document: d} }
)

// A fact is worked out once, whoever asks, by way of a pass or of another fact.
func TestFactOnce(t *testing.T) {
	factCalls = 0
	p := passOverIt(sharedDoc())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := doubledOf.Of(p); got != 14 {
				t.Errorf("got %d", got)
			}
		})
	}
	wg.Wait()
	if factCalls != 1 {
		t.Errorf("worked out %d times", factCalls)
	}
	if err := nothingOf.Of(p); err != nil {
		t.Errorf("a nil interface came out as %v", err)
	}
}

// A fact that cannot be worked out fails for everybody who asks, not only for the
// first: nobody goes on with an empty answer.
func TestFactFails(t *testing.T) {
	p := passOverIt(sharedDoc())
	for range 2 {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			failingOf.Of(p)
		}()
	}
}
