package main

import (
	"io"
	"os"
	"testing"
)

// A signal ends what is read from a terminal, and stays for whoever ends the program by it.
func TestUntilSignal(t *testing.T) {
	in, typed := io.Pipe()
	r := &untilSignal{in, make(chan os.Signal, 1)}
	go typed.Write([]byte("1\n"))
	b := make([]byte, 16)
	if n, err := r.Read(b); string(b[:n]) != "1\n" || err != nil {
		t.Errorf("%q, %v", b[:n], err)
	}
	r.came <- os.Interrupt
	if n, err := r.Read(b); n != 0 || err != io.EOF || len(r.came) != 1 {
		t.Errorf("%d, %v, %d signals", n, err, len(r.came))
	}
}
