package heap

import (
	"runtime"
	"runtime/debug"
	"testing"

	"studiolint/cmd/studiolint/heap/pages"
)

// Among many files the collector works once enough of them were dropped, and not again before
// there are as many more.
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
	Dropped(1 << 30)
	if n := collections(); n != 0 {
		t.Errorf("%d collections before there are many files", n)
	}
	ForMany()
	defer func() { ballast = nil; many.Store(false) }()
	const some, enough = 64 << 10, 8 << 20 / newPerByte
	for i, c := range []struct {
		size int64
		want uint32
	}{{some, 0}, {enough, 1}, {some, 1}, {enough / 2, 1}, {enough / 2, 2}} {
		if Dropped(c.size); collections() != c.want {
			t.Errorf("%d: %d collections, want %d", i, stats.NumForcedGC, c.want)
		}
	}
	kept = make([]byte, 1<<20*16) // is in use, so that more is to come
	Dropped(enough)
	Dropped(enough)
	if n := collections(); n != 3 {
		t.Errorf("%d collections with much in use, want 3", n)
	}
	runtime.KeepAlive(kept)
}

var kept []byte
