package source

import (
	"iter"
	"sort"
)

// Strings yields the strings in a value, itself included, in the order of the
// text.
func (n Node) Strings() iter.Seq[Node] { return n.each(String) }

// Numbers yields the numbers in a value, itself included, in the order of the text.
func (n Node) Numbers() iter.Seq[Node] { return n.each(Number) }

// each yields the values of a kind in a value, itself included, in the order of the text.
func (n Node) each(kind Kind) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		file, end := n.File(), n.Span().End
		if file == nil {
			return
		}
		for i := n.i; int(i) < len(file.nodes); i++ {
			inner := &file.nodes[i]
			if int(inner.start) >= end && i != n.i {
				return
			}
			if inner.kind == kind && !yield(Node{file, i}) {
				return
			}
		}
	}
}

// Size returns how many nodes a value has, itself included; 0 for an absent node. They are
// the ones from Order on.
func (n Node) Size() int {
	if n.f == nil {
		return 0
	}
	end, inner := n.Span().End, n.f.nodes[n.i+1:]
	return 1 + sort.Search(len(inner), func(i int) bool { return int(inner[i].start) >= end })
}
