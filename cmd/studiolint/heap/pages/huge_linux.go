package pages

import (
	"syscall"
	"unsafe"
)

const (
	hugePage = 2 << 20
	heapStep = 4 << 20   // by how much Go's heap grows at least
	large    = 128 << 10 // a block of that size or more comes from the heap itself,
	stock    = 512 << 10 // and a smaller one from what a processor holds in stock, at most this
)

// begin has the heap go on where a huge page begins. Where the system has none to give, all
// stays as it is.
//
// One is nearly enough for a small flow, and to have the system clear another one takes longer
// than to touch a hundred small ones: see More.
func begin() {
	end := pass(large) + large
	from := (end + hugePage - 1) &^ (hugePage - 1)
	if from > end {
		pass(from - end)
	}
	at := uintptr(0)
	for _, size := range []uintptr{32 << 10, 8 << 10} { // a page of Go's has 8 KB
		for range (stock + large) / size {
			if at = pass(size); at >= from {
				break
			}
		}
	}
	if from <= at && at < from+hugePage {
		advise(from, from+hugePage)
		next = from + hugePage
	}
}

// next is where the heap goes on after its first huge page; 0 when there is none.
var next uintptr

// More has the rest of what the heap has grown by come in huge pages as well.
func More() {
	if to := (next + heapStep - 1) &^ (heapStep - 1); to > next {
		advise(next, to)
	}
	next = 0
}

// pass takes a block of memory that nobody will touch, and returns its place.
func pass(size uintptr) uintptr {
	block := make([]byte, size)
	passed = append(passed, block)
	return place(block)
}

// Back backs a block that nobody has touched, and what is left of the heap before it.
func Back(block []byte) {
	start := place(block)
	advise(start&^(heapStep-1), start+uintptr(len(block)))
}

func place(block []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(block))) }

func advise(from, to uintptr) {
	syscall.Syscall(syscall.SYS_MADVISE, from, to-from, syscall.MADV_HUGEPAGE)
}
