package main

import (
	"os"
	"runtime/debug"
)

// manyFiles is from how many files on a run is long enough for its memory to be kept even.
const manyFiles = 100

// ballast counts as memory in use, and is none: nobody ever touches it.
//
//lint:ignore U1000 it is there to be there
var ballast []byte

// collectEvenly has the collector run after so much new memory, whether there are a
// hundred files or ten thousand: what is kept of each is little, but without a constant
// beside it the collector would let the rest grow as that does.
func collectEvenly() {
	if os.Getenv("GOGC") == "" {
		ballast = make([]byte, 24<<20)
		debug.SetGCPercent(50)
	}
}
