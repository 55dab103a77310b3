//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// waiting reports whether a pipe holds something that nobody has read, and takes nothing
// from it: what is there may belong to the script that runs the program.
func waiting(pipe *os.File) bool {
	list := []unix.PollFd{{Fd: int32(pipe.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(list, 0)
	return err == nil && n == 1 && list[0].Revents&unix.POLLIN != 0
}
