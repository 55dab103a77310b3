package source

import "iter"

// Strings yields the strings in a value, itself included, in the order of the
// text.
func (n Node) Strings() iter.Seq[Node] {
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
			if inner.kind == String && !yield(Node{file, i}) {
				return
			}
		}
	}
}
