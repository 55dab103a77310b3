package rules

import (
	"syscall"
	"time"
)

// spent is how long the thread has worked: what else the machine does is not in it.
func spent() time.Duration {
	const thread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	syscall.Getrusage(thread, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
