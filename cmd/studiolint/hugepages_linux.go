package main

import (
	"runtime"
	"runtime/debug"
	"syscall"
	"unsafe"
)

// roomInHugePages has the system back the next so many bytes of the heap by huge pages. A
// large flow makes the program touch some thousand pages within milliseconds that it never
// touched before, and for each the kernel has to be asked: on a virtual machine that may be
// half of the time. Where the system has no huge pages to give, all stays as it is.
func roomInHugePages(size int64) {
	// A block of that size makes the heap grow. It is never touched, so it takes no memory,
	// and the collector, which has hardly anything to look at yet, gives it back as room for
	// the rest.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	room := make([]byte, size)
	start := uintptr(unsafe.Pointer(unsafe.SliceData(room)))
	from, to := start&^(heapStep-1), start+uintptr(size) // with what is left of the heap so far
	syscall.Syscall(syscall.SYS_MADVISE, from, to-from, syscall.MADV_HUGEPAGE)
	runtime.GC()
}

// heapStep is by how much Go's heap grows at least.
const heapStep = 4 << 20
