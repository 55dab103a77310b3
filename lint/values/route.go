package values

import (
	"slices"
	"sort"
	"sync"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// Route is the witness of a way to a widget over some routes: one that an execution can
// take, as far as what a split has tested on it, and the trigger event, tell. Where none is
// found it is the first route.
func Route(of lint.Subject, routes flow.Routes, to *flow.Widget) finding.Witness {
	h := Held.Of(of)
	return func() []finding.Step {
		path, ok := h.route(routes, to)
		if !ok {
			return nil
		}
		return finding.Steps(path, to)()
	}
}

func (h *Holding) route(routes flow.Routes, to *flow.Widget) ([]*flow.Transition, bool) {
	var first []*flow.Transition
	order := h.document.Flow.EntriesFor(to)
	for _, i := range order {
		paths := routes[i]
		if paths == nil || !paths.Reach(to) {
			continue
		}
		path, _ := paths.To(to)
		// Where no split is passed there is nothing to hold against each other.
		if !slices.ContainsFunc(path, isTested) || h.trail(paths, i).takes(path) || !h.get()[i].known {
			return path, true
		}
		if first == nil {
			first = path
		}
	}
	if first == nil {
		return nil, false
	}
	for _, i := range order {
		paths := routes[i]
		if paths == nil || h.get()[i].in[to.Index] == nil || !h.mayLook() {
			continue
		}
		s := search{reach: h.get()[i], cell: -1, to: to, over: paths.Over, seen: map[string]bool{}}
		if path, ok := s.run(); ok {
			return path, true
		}
	}
	return first, true
}

// isTested reports whether a transition leaves a split.
func isTested(t *flow.Transition) bool { return t.From.Facts.Split }

// trail returns what goes the shortest paths from an entry, one for whoever asks of the
// same paths.
func (h *Holding) trail(paths *flow.Paths, entry int) *trail {
	h.mu.Lock()
	defer h.mu.Unlock()
	t := h.trails[paths]
	if t == nil {
		s := h.getSteps()
		t = &trail{steps: s, facts: make([][]fact, len(s.asked))}
		for _, f := range s.begin(h.document.Flow.Entries()[entry]) {
			t.facts[f.cell] = []fact{f}
		}
		if h.trails == nil {
			h.trails = map[*flow.Paths]*trail{}
		}
		h.trails[paths] = t
	}
	return t
}

// A trail goes along one of the shortest paths from an entry after the other. Since these
// are a tree, and most are asked for in the order of the flow, it goes back only as far
// as the next one is another.
type trail struct {
	*steps
	mu    sync.Mutex
	path  []*flow.Transition // where it is
	marks []int              // of each transition: the length of undo before it was taken
	facts [][]fact           // by cell: what is known there
	undo  []change
}

// A change is what was known of a path before.
type change struct {
	cell  int
	facts []fact
}

// takes reports whether what a path sets and tests does not keep an execution from it.
func (s *trail) takes(path []*flow.Transition) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	// Ways that have parted do not meet again.
	same := sort.Search(min(len(path), len(s.path)), func(i int) bool { return path[i] != s.path[i] })
	if same < len(s.path) {
		s.back(s.marks[same])
		s.path, s.marks = s.path[:same], s.marks[:same]
	}
	for _, t := range path[same:] {
		mark := len(s.undo)
		// The event that begins it tells nothing.
		if begins := len(s.path) == 0 && t.From.Facts.Starts; !begins && !s.step(t) {
			s.back(mark)
			return false
		}
		s.path, s.marks = append(s.path, t), append(s.marks, mark)
	}
	return true
}

// step changes what is known before a transition into what is known after it; false says
// that it is not taken.
func (s *trail) step(t *flow.Transition) bool {
	w := t.From.Index
	for i := range s.writes[w] {
		e := &s.writes[w][i]
		if !s.asked[e.cell] || !e.on(t) {
			continue
		}
		var now []fact
		if d, ok := e.leaves(); ok {
			now = []fact{{cell: e.cell, definition: d}}
		}
		s.set(e.cell, now)
	}
	if o := s.opens[w]; o != closed {
		for cell, facts := range s.facts {
			if len(facts) > 0 && s.sets(o, &s.cells.list[cell]) {
				s.set(cell, nil)
			}
		}
	}
	tests := s.tests[w]
	for i := range tests {
		if excluded, ok := tests[i].excludes(t); ok && s.contradicts(s.facts[tests[i].cell], &tests[i], excluded) {
			return false
		}
	}
	for i := range tests {
		if _, ok := tests[i].excludes(t); ok {
			cell := tests[i].cell
			s.set(cell, append(s.facts[cell], fact{cell: cell, definition: -1, by: t}))
		}
	}
	return true
}

func (s *trail) set(cell int, facts []fact) {
	s.undo = append(s.undo, change{cell, s.facts[cell]})
	s.facts[cell] = facts
}

// back takes changes back, down to how many there were.
func (s *trail) back(mark int) {
	for ; len(s.undo) > mark; s.undo = s.undo[:len(s.undo)-1] {
		last := s.undo[len(s.undo)-1]
		s.facts[last.cell] = last.facts
	}
}
