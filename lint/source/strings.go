package source

import "iter"

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
