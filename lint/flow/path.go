package flow

import (
	"slices"
	"sync"
)

// Paths holds a shortest path to each widget that one comes to from an entry.
type Paths struct {
	g    *graph
	via  []int32 // the transition that leads to a widget, as an index in graph.edges, or one of the two below
	pass func(*Transition) bool
}

const (
	unreached int32 = -1
	beginning int32 = -2 // no transition leads here: the path begins
)

func (e *Entry) paths() *Paths {
	return e.tree.get(func() *Paths { return e.search(nil, nil) })
}

// search walks from the entry over the transitions that pass, breadth first, up
// to the widget goal; without a goal it goes everywhere. A nil pass lets every
// transition through.
//
// An execution that comes back to the trigger goes on, if at all, as it began:
// other events do not happen to it. So the trigger is never left twice.
func (e *Entry) search(goal *Widget, pass func(*Transition) bool) *Paths {
	return e.walk(newSearch(e.flow, goal, pass))
}

// walk is a search from the entry that is ready to begin.
func (e *Entry) walk(s *search) *Paths {
	s.via[e.Start.Index] = beginning
	if int32(e.Start.Index) == s.goal {
		return &s.Paths
	}
	if e.Transitions == nil {
		s.queue = append(s.queue, int32(e.Start.Index))
	}
	g := s.g
	for _, t := range e.Transitions {
		from, to := g.out(e.Start.Index)
		i, _ := slices.BinarySearchFunc(g.edges[from:to], t.Index, func(t *Transition, index int) int { return t.Index - index })
		if s.take(from + int32(i)) {
			return &s.Paths
		}
	}
	s.run()
	return &s.Paths
}

// A search is a breadth-first walk that is under way.
type search struct {
	Paths
	f     *Flow
	queue []int32
	goal  int32
	lost  *lostWays // those that are followed; nil for none
	room  *shortRoom
}

func newSearch(f *Flow, goal *Widget, pass func(*Transition) bool) *search {
	n := len(f.Widgets)
	room := make([]int32, 2*n) // a widget is waited for once
	for i := range room[:n] {
		room[i] = unreached
	}
	return searchIn(f, goal, pass, room[:n:n], room[n:n:2*n])
}

func searchIn(f *Flow, goal *Widget, pass func(*Transition) bool, via, queue []int32) *search {
	s := &search{Paths: Paths{f.graph(), via, pass}, f: f, goal: -1, queue: queue}
	if goal != nil {
		s.goal = int32(goal.Index)
	}
	return s
}

// shortRooms are places for short searches, in which nothing is reached: to make one anew costs as much as the flow is
// large.
var shortRooms sync.Pool

type shortRoom struct{ via, queue []int32 }

// shortSearch is newSearch for a search of which one path is taken before it is closed, and that most likely stays
// near.
func shortSearch(f *Flow, goal *Widget, pass func(*Transition) bool) *search {
	n := len(f.Widgets)
	r, ok := shortRooms.Get().(*shortRoom)
	if !ok || len(r.via) < n {
		s := newSearch(f, goal, pass)
		s.room = &shortRoom{via: s.via}
		return s
	}
	s := searchIn(f, goal, pass, r.via[:n:n], r.queue[:0])
	s.room = r
	return s
}

// close gives back the room of a short search that began at a widget.
func (s *search) close(begun *Widget) {
	s.via[begun.Index] = unreached
	for _, i := range s.queue {
		s.via[i] = unreached
	}
	s.room.queue = s.queue
	shortRooms.Put(s.room)
}

// take goes along a transition and reports whether it leads to the goal.
func (s *search) take(edge int32) bool {
	to := s.g.to[edge]
	if s.via[to] != unreached || s.pass != nil && !s.pass(s.g.edges[edge]) {
		return false
	}
	s.via[to] = edge
	s.queue = append(s.queue, to)
	return to == s.goal
}

// enter begins at a widget to which no transition needs to lead, and reports whether it is the goal.
func (s *search) enter(widget int32) bool {
	if s.via[widget] != unreached {
		return false
	}
	s.via[widget] = beginning
	s.queue = append(s.queue, widget)
	return widget == s.goal
}

func (s *search) run() {
	for i := 0; i < len(s.queue); i++ {
		from, to := s.g.out(int(s.queue[i]))
		for edge := from; edge < to; edge++ {
			if s.take(edge) {
				return
			}
		}
		if s.lost != nil && len(s.lost.to[s.queue[i]]) > 0 && s.f.Widgets[s.queue[i]].loses(s.pass) {
			for _, to := range s.lost.to[s.queue[i]] {
				if s.enter(to) {
					return
				}
			}
		}
	}
}

// Reach reports whether there is a path to the widget.
func (p *Paths) Reach(w *Widget) bool { return p.via[w.Index] != unreached }

// Over reports whether the paths lead over a transition.
func (p *Paths) Over(t *Transition) bool { return p.pass == nil || p.pass(t) }

// To returns the path to the widget and whether there is one; see Entry.PathTo.
func (p *Paths) To(w *Widget) ([]*Transition, bool) {
	if !p.Reach(w) {
		return nil, false
	}
	length := 0
	for at := int32(w.Index); p.via[at] != beginning; length++ {
		at = p.g.from[p.via[at]]
	}
	if length == 0 {
		return nil, true
	}
	path := make([]*Transition, length)
	for at := int32(w.Index); length > 0; {
		length--
		path[length] = p.g.edges[p.via[at]]
		at = p.g.from[p.via[at]]
	}
	return path, true
}

// Reachable reports whether an execution can come to the widget, however it
// began. Where a way is lost it may have led to what nothing else leads to: see lostWays.
func (f *Flow) Reachable(w *Widget) bool {
	return f.comes(w) || f.lostWays().leadsTo(w)
}

// comes reports whether an execution can come to the widget by what is written.
func (f *Flow) comes(w *Widget) bool {
	all := f.analysis.reachable.get(func() []bool {
		all := make([]bool, len(f.Widgets))
		if start := f.Begin(); start != nil {
			all[start.Index] = true
		}
		for _, e := range f.Entries() {
			for i, via := range e.paths().via {
				if via != unreached {
					all[i] = true
				}
			}
		}
		return all
	})
	return all[w.Index]
}

// Reaches reports whether an execution that begins so can come to the widget.
func (e *Entry) Reaches(w *Widget) bool { return e.paths().Reach(w) }

// PathTo returns a shortest path from the entry to the widget, and whether there
// is one. It begins with the transition that leaves the trigger and is empty for
// the widget where the execution begins.
func (e *Entry) PathTo(w *Widget) ([]*Transition, bool) { return e.paths().To(w) }

// PathTo returns the path to the widget from the first entry that leads there; see
// Entry.PathTo. Behind a way that is lost it begins where that may have led.
func (f *Flow) PathTo(w *Widget) ([]*Transition, bool) {
	for _, i := range f.EntriesFor(w) {
		if path, ok := f.Entries()[i].PathTo(w); ok {
			return path, true
		}
	}
	if lost := f.lostWays(); lost.leadsTo(w) {
		return lost.paths.To(w)
	}
	return nil, false
}

// PathWhere is like PathTo for paths over transitions that pass. Each call walks
// the graph.
func (e *Entry) PathWhere(w *Widget, pass func(*Transition) bool) ([]*Transition, bool) {
	if !e.Reaches(w) {
		return nil, false
	}
	s := shortSearch(e.flow, w, pass)
	defer s.close(e.Start)
	return e.walk(s).To(w)
}

// Walk goes once from the entry over the transitions that pass.
func (e *Entry) Walk(pass func(*Transition) bool) *Paths { return e.search(nil, pass) }

// PathBetween returns a shortest path from a to b with at least one transition,
// over those that pass, and whether there is one; from a widget to itself it is a
// loop. It does not lead through the trigger where the flow begins. A nil pass lets
// every transition through.
func (f *Flow) PathBetween(a, b *Widget, pass func(*Transition) bool) ([]*Transition, bool) {
	start := f.Begin()
	s := shortSearch(f, b, func(t *Transition) bool {
		return (pass == nil || pass(t)) && (t.From == a || t.From != start || !start.Facts.Starts)
	})
	defer s.close(a)
	s.queue = append(s.queue, int32(a.Index))
	s.run()
	last := s.via[b.Index]
	if last == unreached {
		return nil, false
	}
	path := []*Transition{s.g.edges[last]}
	for path[len(path)-1].From != a {
		path = append(path, s.g.edges[s.via[path[len(path)-1].From.Index]])
	}
	slices.Reverse(path)
	return path, true
}

// EntriesFor returns the entries of a flow by their numbers, for a path to a widget: those first on
// whose channel it works.
func (f *Flow) EntriesFor(w *Widget) []int {
	entries := f.Entries()
	order := make([]int, 0, len(entries))
	need := w.Needs()
	for i, e := range entries {
		if e.Channels().Has(need) {
			order = append(order, i)
		}
	}
	for i, e := range entries {
		if !e.Channels().Has(need) {
			order = append(order, i)
		}
	}
	return order
}
