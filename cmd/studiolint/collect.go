package main

import (
	"os"
	"runtime/debug"

	"studiolint/lint/files"
	"studiolint/lint/input"
)

// collect sets how the collector works in a run over so many files, of so many bytes
// together, unless somebody has said so.
func collect(files int, size int64) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	if files >= manyFiles {
		collectEvenly()
		return
	}
	if size > largeFiles {
		debug.SetMemoryLimit(everyMemory + perByte*size)
	}
	if size >= roomFrom {
		roomInHugePages(min(roomPerByte*size, mostRoom))
	}
}

// Files of so many bytes together get room in huge pages, about as much for each byte as a
// run takes.
const (
	roomFrom    = 256 << 10
	roomPerByte = 16
	mostRoom    = 32 << 20
)

// A run of files that are larger than this together is to take at most so much memory for
// each byte of them, beside what every run takes: the nearer it comes to that, the more
// often the collector runs.
const (
	largeFiles  = 1 << 20
	perByte     = 28
	everyMemory = 10 << 20
)

// sizeTogether returns how many bytes some files have that are not many.
func sizeTogether(root files.Root, candidates []input.Candidate) (size int64) {
	if len(candidates) >= manyFiles {
		return 0
	}
	for _, c := range candidates {
		if c.Glance || c.FromBytes() {
			continue
		}
		if info, err := root.Stat(c.Path); err == nil && info.Mode().IsRegular() {
			size += min(info.Size(), input.MaxSize)
		}
	}
	return size
}

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
	ballast = make([]byte, 24<<20)
	debug.SetGCPercent(50)
}
