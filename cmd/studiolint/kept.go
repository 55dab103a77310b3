package main

import "studiolint/lint/finding"

// kept are the findings of a run without what leads to their files: what they are known
// by, and whether they count. It is the lint.Sink of who wants no more of them.
type kept []*finding.Diagnostic

// Render copies them, without what leads to their files.
func (*kept) Render(found []*finding.Diagnostic) (any, int) {
	list := make(kept, len(found))
	for i, d := range found {
		list[i] = d.Alone()
	}
	return list, 0
}

// Take keeps them.
func (k *kept) Take(list any) { *k = append(*k, list.(kept)...) }
