package rules

import (
	"syscall"
	"time"
	"unsafe"
)

// spent is how long the thread has worked: what else the machine does is not in it. What
// getrusage says of that is as of the last tick, some milliseconds ago.
func spent() time.Duration {
	const thread = 3 // CLOCK_THREAD_CPUTIME_ID
	var t syscall.Timespec
	syscall.Syscall(syscall.SYS_CLOCK_GETTIME, thread, uintptr(unsafe.Pointer(&t)), 0)
	return time.Duration(t.Nano())
}
