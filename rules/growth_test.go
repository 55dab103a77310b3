package rules

import (
	"runtime"
	"testing"
	"time"
)

// A growth holds a long flow against several short ones that together are as long.
type growth struct {
	empty, short, long []byte
	pieces             int // as many of the short ones are as long as the long one
	rules              []string
}

// steepest is by how much longer the long flow may take than the short ones: twice as long
// it takes where the square of its size costs 1.3 times of what is linear.
const steepest = 2

// check checks that the long flow takes about as long as the short ones, less what a flow
// costs in which there is nothing. Other programs and tests may hold up each of them: the
// fastest of a few attempts decides.
func (g *growth) check(t *testing.T) {
	t.Helper()
	runtime.LockOSThread() // whose time is looked at
	defer runtime.UnlockOSThread()
	var empty, inPieces, atOnce fastest
	for range 20 {
		empty.time(func() {
			for range g.pieces - 1 {
				lintFlow(t, g.empty, g.rules...)
			}
		})
		inPieces.time(func() {
			for range g.pieces {
				lintFlow(t, g.short, g.rules...)
			}
		})
		atOnce.time(func() { g.look(t) })
		if atOnce < steepest*(inPieces-empty) {
			return
		}
	}
	t.Errorf("%d flows of %d bytes take %v, of which %v is what flows take without them, and one of %d bytes %v",
		g.pieces, len(g.short), time.Duration(inPieces), time.Duration(empty), len(g.long), time.Duration(atOnce))
}

// look checks what is found in the long flow.
func (g *growth) look(t *testing.T) {
	t.Helper()
	for _, d := range lintFlow(t, g.long, g.rules...).Diagnostics {
		if len(d.Message) > 2000 {
			t.Fatalf("a message of %d bytes: %.200s", len(d.Message), d.Message)
		}
		if d.Range.Start.Offset > d.Range.End.Offset || d.Range.End.Offset > len(g.long) {
			t.Fatalf("%s is at %+v", d.Message, d.Range)
		}
	}
}

// fastest is how long something takes at least.
type fastest time.Duration

func (f *fastest) time(do func()) {
	start := spent()
	do()
	if d := fastest(spent() - start); *f == 0 || d < *f {
		*f = d
	}
}
