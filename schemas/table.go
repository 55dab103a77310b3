package schemas

import "iter"

// A Table holds values by their names. It is a sorted list rather than a map, so that
// the compiler lays it out and nothing has to make it when the program runs.
type Table[V any] []Row[V]

// A Row is one value of a table.
type Row[V any] struct {
	Name  string
	Value V
}

// short is how long a table may be to be looked through: most names differ in length, so
// that this is faster than halving it.
const short = 24

// Find returns the value of a name, and whether there is one.
func (t Table[V]) Find(name string) (v V, ok bool) {
	if len(t) <= short {
		for i := range t {
			if t[i].Name == name {
				return t[i].Value, true
			}
		}
		return v, false
	}
	from, to := 0, len(t)
	for from < to {
		if at := (from + to) / 2; t[at].Name < name {
			from = at + 1
		} else {
			to = at
		}
	}
	if from < len(t) && t[from].Name == name {
		return t[from].Value, true
	}
	return v, false
}

// Get returns the value of a name, the zero value when there is none.
func (t Table[V]) Get(name string) V {
	v, _ := t.Find(name)
	return v
}

// All yields the names with their values, sorted.
func (t Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for i := range t {
			if !yield(t[i].Name, t[i].Value) {
				return
			}
		}
	}
}
