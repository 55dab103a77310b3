//go:build !race

package rules

import (
	"runtime"
	"runtime/debug"
	"syscall"
)

// ballast is never touched, so it takes no memory, but the collector counts it: it runs after
// 160 MB of what the tests leave behind rather than after 20.
var ballast = make([]byte, 64<<20)

// The memory for that is asked of the kernel in large pages where it has some: on a virtual
// machine to touch 4 KB for the first time costs more than to work out what is in them.
func init() {
	debug.SetGCPercent(150)
	room := make([]byte, 256<<20)
	syscall.Madvise(room, syscall.MADV_HUGEPAGE)
	runtime.GC() // gives it back as room for the rest
	runtime.KeepAlive(ballast)
}
