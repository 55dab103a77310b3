package heap

import (
	"runtime"
	"runtime/debug"
	"testing"

	"studiolint/cmd/studiolint/heap/pages"
)

// Among many files the collector works once some were dropped after which there was much new
// memory, and not again before there is as much.
func TestDropped(t *testing.T) {
	if pages.Chosen() {
		t.Skip("somebody has said how the collector is to work")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	var stats runtime.MemStats
	collections := func() uint32 {
		runtime.ReadMemStats(&stats)
		return stats.NumForcedGC
	}
	allocate := func(size int) {
		for range size >> 10 {
			kept = make([]byte, 1<<10)
		}
	}
	Dropped()
	allocate(9 << 20)
	Dropped()
	if n := collections(); n != 0 {
		t.Errorf("%d collections before there are many files", n)
	}
	ForMany()
	defer func() { ballast = nil; many.Store(false) }()
	for i, c := range []struct {
		new  int
		want uint32
	}{{1 << 20, 0}, {9 << 20, 1}, {1 << 20, 1}, {9 << 20, 2}} {
		allocate(c.new)
		if Dropped(); collections() != c.want {
			t.Errorf("%d: %d collections, want %d", i, stats.NumForcedGC, c.want)
		}
	}
}

var kept []byte
