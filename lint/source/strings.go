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
		for i := n.Order(); ; i++ {
			inner := file.Node(i)
			if !inner.Exists() || inner.Span().Start >= end && inner != n {
				return
			}
			if inner.IsString() && !yield(inner) {
				return
			}
		}
	}
}
