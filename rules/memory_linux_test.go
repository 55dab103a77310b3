//go:build !race

package rules

import (
	"runtime"
	"syscall"
)

// ballast is never touched, so it takes no memory, but the collector counts it: it runs after
// 160 MB of what the tests leave behind rather than after 20.
var ballast = make([]byte, 32<<20)

// The memory for that is asked of the kernel in large pages where it has some: on a virtual
// machine to touch 4 KB for the first time costs more than to work out what is in them.
func init() {
	room := make([]byte, 192<<20)
	syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.GC() // gives it back as room for the rest
	runtime.KeepAlive(ballast)
}
