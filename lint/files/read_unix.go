//go:build unix

package files

import (
	"bytes"
	"errors"
	"syscall"
)

// read reads a regular file with a call of the system for each of open, size, read and
// close, where package os takes thrice as many: most files of a folder are read to see
// that they are none of ours. It reports false when anything is unusual.
func (OS) read(name string, into *bytes.Buffer, most func(size int64) int64) (size int64, ok bool) {
	// Without waiting: what was a file may be a pipe by now.
	fd, err := again(func() (int, error) {
		return syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC|syscall.O_NONBLOCK, 0)
	})
	if err != nil {
		return 0, false
	}
	defer syscall.Close(fd)
	var info syscall.Stat_t
	if err := syscall.Fstat(fd, &info); err != nil || info.Mode&syscall.S_IFMT != syscall.S_IFREG {
		return 0, false
	}
	left := most(info.Size)
	into.Grow(int(min(info.Size, left)) + 1)
	for left > 0 {
		if into.Available() == 0 {
			into.Grow(bytes.MinRead)
		}
		room := into.AvailableBuffer()
		room = room[:min(int64(cap(room)), left)]
		n, err := again(func() (int, error) { return syscall.Read(fd, room) })
		if err != nil || n < 0 {
			return 0, false
		}
		into.Write(room[:n])
		left -= int64(n)
		if n == 0 || int64(into.Len()) == info.Size {
			break
		}
	}
	return info.Size, true
}

// again repeats a call that a signal interrupts.
func again(call func() (int, error)) (n int, err error) {
	for n, err = call(); errors.Is(err, syscall.EINTR); {
		n, err = call()
	}
	return n, err
}
