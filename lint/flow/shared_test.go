package flow

import (
	"sync"
	"testing"
)

// A flow is shared by the files of a run: its analysis is made once, whoever asks
// first. (The race detector makes this test tell.)
func TestSharedAnalysis(t *testing.T) {
	f := parse(t, chain(200))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { analyse(f) })
	}
	wg.Wait()
	if n := len(f.Entries()); n != 2 {
		t.Errorf("%d entries", n)
	}
}
