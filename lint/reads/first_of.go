package reads

// A FirstOf is the first of some things, none of which is the zero value, and whether there are others: enough to tell
// whether there is one other than a certain one.
type FirstOf[T comparable] struct {
	first  T
	others bool
}

// Add adds one of them.
func (f *FirstOf[T]) Add(one T) {
	var none T
	if f.first == none {
		f.first = one
	}
	f.others = f.others || one != f.first
}

// ButFor reports whether there is one other than a certain one.
func (f FirstOf[T]) ButFor(one T) bool {
	var none T
	return f.others || f.first != none && f.first != one
}
