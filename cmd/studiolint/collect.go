package main

import (
	"studiolint/cmd/studiolint/heap"
	"studiolint/lint/files"
	"studiolint/lint/input"
)

// collect sets how the collector works in a run over so many files, of so many bytes
// together.
func collect(files int, size int64) {
	if files >= manyFiles {
		heap.ForMany()
	} else {
		heap.ForFew(size)
	}
}

// manyFiles is from how many files on a run is long enough for its memory to be kept even.
const manyFiles = 100

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
