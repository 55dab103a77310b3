// Package heap says when the collector works, and which memory comes in huge pages.
package heap

import (
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"studiolint/cmd/studiolint/heap/pages"
)

func init() {
	if !pages.Chosen() {
		debug.SetGCPercent(200) // a run is short: most are over before there is anything to collect
	}
}

// ForServer is for a process that lives long.
func ForServer() {
	if pages.Chosen() {
		return
	}
	debug.SetGCPercent(100)
	pages.More()
	pages.Reuse()
}

// ForFew is for a run over a few files of so many bytes together.
func ForFew(size int64) {
	if pages.Chosen() {
		return
	}
	if size > largeFiles {
		debug.SetMemoryLimit(everyMemory + perByte*size)
	}
	if size >= moreFrom {
		pages.More()
	}
	if size >= roomFrom {
		more := int64(0)
		if size <= largeFiles {
			more = laterPerByte * size
		}
		room(min(roomPerByte*size, mostRoom), more)
	}
	pages.Reuse()
}

// A run of files that are larger than this together is to take at most so much memory for
// each byte of them, beside what every run takes: the nearer it comes to that, the more
// often the collector runs.
const (
	largeFiles  = 1 << 20
	perByte     = 28
	everyMemory = 10 << 20
)

// Files of so many bytes together get room in huge pages, about as much for each byte as a
// run takes. Where they are not larger than a flow may be, the collector is to come only
// once a run takes more than others: what it would find before is in use, nearly all.
const (
	moreFrom     = 32 << 10 // a second huge page is worth it
	roomFrom     = 256 << 10
	roomPerByte  = 18
	mostRoom     = 32 << 20
	laterPerByte = 6 // of ballast
)

// room has so many bytes of the heap come in huge pages: a large flow makes the program
// touch some thousand small ones within milliseconds. So much ballast comes after it.
func room(size, more int64) {
	if runtime.GOOS != "linux" {
		return // it chooses the size of pages by itself
	}
	// A block of that size makes the heap grow. It is never touched, so it takes no memory,
	// and the collector, which has hardly anything to look at yet, gives it back as room for
	// the rest. What the heap passed over at the start is no such room, and kept so far.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	pages.Back(make([]byte, size))
	ballast = make([]byte, more)
	runtime.GC()
}

// ForMany has the collector run after so much new memory, whether there are a hundred
// files or ten thousand: what is kept of each is little, but without a constant beside it
// the collector would let the rest grow as that does.
func ForMany() {
	if pages.Chosen() {
		return
	}
	pages.More()
	pages.Reuse()
	ballast = make([]byte, 24<<20)
	debug.SetGCPercent(50)
	await()
	many.Store(true)
}

// many is set while there are many files.
var many atomic.Bool

// ballast counts as memory in use, and is none: nobody ever touches it.
var ballast []byte

// collected says how it was when something of many files was collected last.
var collected struct {
	sync.Mutex
	dropped atomic.Int64 // how many bytes of files were checked since
	enough  atomic.Int64 // how many they are to be
}

// Dropped is called when some of many files, of so many bytes together, have been checked and
// dropped. There is never less in use: the collector is done sooner than in the midst of their
// checks, where it would come by itself, and finds more. So it works then, when there may be 8 MB
// of new memory, or as much as was in use. How much there is nobody asks: to tell it, the runtime
// would stop all goroutines.
func Dropped(size int64) {
	if !many.Load() || collected.dropped.Add(size) < collected.enough.Load() || !collected.TryLock() {
		return
	}
	defer collected.Unlock()
	runtime.GC()
	await()
}

// newPerByte is how many bytes of memory it takes to check one of a file, about.
const newPerByte = 9

// await notes after how many bytes of files the collector is to work again.
func await() {
	var is runtime.MemStats
	runtime.ReadMemStats(&is)
	used := int64(is.HeapAlloc - min(is.HeapAlloc, uint64(len(ballast))))
	collected.enough.Store(max(8<<20, used) / newPerByte)
	collected.dropped.Store(0)
}
