// Package stack gives a goroutine the stack that it will need, at once.
//
// A stack begins small and is doubled whenever it is full. For that the runtime looks up each
// function that is on it in tables as long as the program, of which it then reads a megabyte
// from the file for nothing else.
package stack

// Deepen makes the stack of the goroutine that calls it as deep as the check of a flow needs
// it, but for a few. Nothing of it is touched before it is used.
func Deepen() { need(0) }

// depth is how many bytes there are to be left.
const depth = 20 << 10

// need has a frame of that size.
//
//go:noinline
func need(n int) {
	if n > 0 { // never
		var frame [depth]byte
		hold(&frame, n)
	}
}

//go:noinline
func hold(frame *[depth]byte, n int) { frame[n%depth] = 1 }
