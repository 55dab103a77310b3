package stack

import (
	"runtime/debug"
	"testing"
	"unsafe"
)

// A stack that is deep enough stays where it is; one that is not moves.
func TestDeepen(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // the collector moves stacks as well
	for _, deepen := range []bool{false, true} {
		moved := make(chan bool)
		go func() {
			if deepen {
				Deepen()
			}
			var here byte
			before := uintptr(unsafe.Pointer(&here))
			dive(depth / 64 / 3)
			moved <- before != uintptr(unsafe.Pointer(&here))
		}()
		if got := <-moved; got == deepen {
			t.Errorf("deepened %v, moved %v", deepen, got)
		}
	}
}

// dive takes at least 64 bytes of the stack for each round, and less than three times that.
//
//go:noinline
func dive(n int) (sum byte) {
	var frame [64]byte
	frame[n%64] = byte(n)
	if n > 0 {
		sum = dive(n - 1)
	}
	return sum + frame[(n+1)%64]
}
