// Studiolint checks Twilio Studio flow definitions without an account or a
// network: what Twilio's API would reject, and what would go wrong on a live
// call or chat.
package main

import (
	"io"
	"os"

	"studiolint/cmd/studiolint/heap"
)

func main() {
	c := command{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, collect: collect, dropped: heap.Dropped}
	os.Exit(c.main(os.Args[1:]))
}

// A command is one call of the program, with everything that it reads from and
// writes to handed in, so that a test can run it whole.
type command struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	// collect sets how the collector works; nil where the process is not the program's own.
	collect func(files int, size int64)

	// dropped is told when files have been checked and dropped; nil where the collector is
	// not ours.
	dropped func(size int64)
}

// expect says how much there is to do: so many files, of so many bytes together.
func (c command) expect(files int, size int64) {
	if c.collect != nil {
		c.collect(files, size)
	}
}

// The exit statuses.
const (
	exitOK       = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitFailed   = 2 // bad usage or configuration, unreadable input, no flow, or an internal error
)
