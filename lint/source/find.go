package source

import "sort"

// NodeAt returns the innermost node that a byte of the text belongs to, or that ends
// before it: a value, or a member by its name (inName). It is the zero Node where there
// is none.
func (f *File) NodeAt(offset int) (n Node, inName bool) {
	begin := func(r *node) int {
		if r.keyStart < r.keyEnd {
			return int(r.keyStart)
		}
		return int(r.start)
	}
	i := sort.Search(len(f.nodes), func(i int) bool { return begin(&f.nodes[i]) > offset }) - 1
	for i >= 0 {
		r := &f.nodes[i]
		switch {
		case r.keyStart < r.keyEnd && offset <= int(r.keyEnd):
			return Node{f, int32(i)}, true
		case int(r.start) <= offset && offset <= int(r.end):
			return Node{f, int32(i)}, false
		}
		i = int(r.parent)
	}
	return Node{}, false
}

// Index returns the decoded byte that is written at a byte of the text, or around it:
// the inverse of Offset.
func (d Decoded) Index(offset int) int {
	last := sort.Search(len(d.Text), func(i int) bool { return d.Offset(i+1) > offset })
	at := d.Offset(last)
	return sort.Search(last, func(i int) bool { return d.Offset(i) >= at })
}

// Inner returns which byte of a text within a string is written at a byte of the text
// that holds the string.
func (f *File) Inner(offset int) int { return f.decoded.Index(offset) }
