package rules

// firstOf is the first of some things, none of which is the zero value, and whether there are others: enough to tell whether
// there is one other than a certain one.
type firstOf[T comparable] struct {
	first  T
	others bool
}

func (f *firstOf[T]) add(one T) {
	var none T
	if f.first == none {
		f.first = one
	}
	f.others = f.others || one != f.first
}

// butFor reports whether there is one other than a certain one.
func (f firstOf[T]) butFor(one T) bool {
	var none T
	return f.others || f.first != none && f.first != one
}
