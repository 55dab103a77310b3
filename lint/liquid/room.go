package liquid

// room is where the lists of finished templates lie.
type room struct {
	outputs slab[Output]
	tags    slab[Tag]
	refs    slab[Reference]
	segs    slab[Segment]
	filters slab[Filter]

	nodes    slab[Node]
	blocks   slab[Block]
	branches slab[Branch]
	exprs    slab[Expr]
	terms    slab[Term]
	args     slab[Argument]
}

// slab keeps short lists one after the other, which saves making room for each.
type slab[T any] []T

// keep returns a copy of list.
func (s *slab[T]) keep(list []T) []T {
	if len(list) == 0 {
		return nil
	}
	if cap(*s)-len(*s) < len(list) {
		*s = make([]T, 0, max(128, len(list)))
	}
	n := len(*s)
	*s = append(*s, list...)
	return (*s)[n:len(*s):len(*s)]
}

// exact returns a copy of list of exactly its size.
func exact[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return append(make([]T, 0, len(list)), list...)
}
