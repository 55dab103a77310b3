//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpuTime returns the time that the process has worked so far.
func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
