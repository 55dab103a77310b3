package flow

import "sync"

// A room is the memory that the widgets, the transitions and the templates of a flow take, most of
// what it takes: the next flow gets it once nobody looks at the flow any more.
type room struct {
	widgets     []Widget
	transitions []Transition
	lists       []*Transition // of the widgets' transitions
	templates   []Template
}

var rooms sync.Pool

func newRoom() *room {
	if r, ok := rooms.Get().(*room); ok {
		return r
	}
	return new(room)
}

// roomFor returns so many of what is all zero, of the memory that is there if that is enough.
func roomFor[T any](memory *[]T, n int) []T {
	if cap(*memory) < n {
		*memory = make([]T, n)
	}
	*memory = (*memory)[:n]
	return *memory
}

// Release gives the memory of the flow to the next one. Nobody may look at the flow any more.
func (f *Flow) Release() {
	r := f.room
	if r == nil {
		return
	}
	f.room = nil
	clear(r.widgets)
	clear(r.transitions)
	clear(r.lists)
	clear(r.templates)
	rooms.Put(r)
}
