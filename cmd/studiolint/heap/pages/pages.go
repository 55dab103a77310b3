// Package pages has the system back the heap by huge pages.
//
// To touch a page of memory for the first time takes a call of the kernel, which is dear on
// a virtual machine: with pages of 4 KB, the hundreds that the libraries and a small flow
// need were half of the time of the whole run. So the heap goes on where a huge page begins
// before the libraries take their memory. Go initialises packages in the order of their
// paths, each once what it imports is: this one imports next to nothing, and a test holds
// that its turn comes before theirs.
package pages

import (
	"syscall"

	"studiolint/lint/stack"
)

func init() {
	if !Chosen() {
		stack.Deepen()
		begin()
	}
}

// Chosen reports whether somebody has said how the collector is to work: then nobody
// meddles with the heap.
func Chosen() bool {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		if value, _ := syscall.Getenv(name); value != "" {
			return true
		}
	}
	return false
}

// passed are the blocks that the heap passed over to go on where a huge page begins. Nobody
// ever touches them, so they take no memory.
var passed = blocks[:0]

var blocks [128][]byte // more than there ever are

// Reuse lets the collector give back what the heap passed over.
func Reuse() { clear(blocks[:]) }
