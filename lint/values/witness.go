package values

import (
	"encoding/binary"
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/split"
)

// maxStates is how many steps a search for a path looks at, maxSearches how many are
// made for one document. What is known at the steps is compared and kept, so that it counts, too:
// so many facts are as much work as a step.
//
// A chain of splits on one value, each by its noMatch, adds a fact at each, and each later test is held against all
// of them, which is work with the square of its length: after some 500 the search is given up, and the rules that ask
// for a way say nothing. Nobody writes such a chain by hand, and an execution ends after 1,000 steps anyway. What
// needs no way, such as whether a branch is ever taken, is told by Held, which follows a chain of any length.
const (
	maxStates   = 4000
	maxSearches = 200
	factsAStep  = 64
)

// WayUnset returns a path to a reference on which nothing sets what it reads, and
// whether there is one that an execution can take: what a split has tested on it is
// held against what it tests later. It is nil when the search is given up: see maxStates.
func (h *Holding) WayUnset(r flow.Ref) ([]*flow.Transition, bool) { return h.way(r, nil) }

// WayPast is WayUnset for paths that do not lead through a widget.
func (h *Holding) WayPast(r flow.Ref, w *flow.Widget) ([]*flow.Transition, bool) { return h.way(r, w) }

func (h *Holding) way(r flow.Ref, past *flow.Widget) ([]*flow.Transition, bool) {
	reaches := h.get()
	cell := h.steps.of(r)
	if cell < 0 || !h.mayLook() {
		return nil, false
	}
	for _, reach := range reaches {
		if in := reach.in[r.Widget.Index]; !reach.known || in == nil || !reach.holdsUnset(in, cell) {
			continue
		}
		s := search{reach: reach, cell: cell, to: r.Widget, past: past, seen: map[string]bool{}}
		if path, ok := s.run(); ok {
			return path, true
		}
	}
	return nil, false
}

// mayLook counts the searches of a document, and reports whether there may be one more.
func (h *Holding) mayLook() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.searches++
	return h.searches <= maxSearches
}

// holdsUnset reports whether a path has no value in a set because nothing sets it.
func (r *reach) holdsUnset(in set, cell int) bool {
	c := &r.cells.list[cell]
	found := false
	in.each(c.first, c.end, func(i int) { found = found || r.list[i].what == blank && r.list[i].write == nil })
	return found
}

// A search goes from an entry along the transitions, breadth first, and remembers of
// the way what holds exactly: for each path that a split tests, its one definition and
// what has been found out about it.
type search struct {
	*reach
	cell int // what nothing is to set on the way; -1 for nothing
	to   *flow.Widget
	past *flow.Widget                // no way leads through it; may be nil
	over func(*flow.Transition) bool // what a way leads over; nil for everything
	list []visit
	seen map[string]bool
	held int // how many facts there were where the search came, all together

	begun []int // by cell: the definition that holds where the execution begins, -1 for none
}

// A visit is a widget on a way.
type visit struct {
	at    *flow.Widget
	from  int // the visit before; -1 at the beginning
	by    *flow.Transition
	facts []fact
}

// A fact is what a way has found out about a path since it was last set: which
// definition set it, or which branch or noMatch of a split on it was taken. A search, in which
// the facts of the beginning stand but once, notes also what ends them.
type fact struct {
	cell       int              // -1: all that a widget of the kind in opened may set
	definition int              // -1 when by is set, and for what nobody knows
	by         *flow.Transition // nil when definition is set
	opened     open             // of cell -1
}

// begin returns what is known where an execution begins.
func (s *steps) begin(e *flow.Entry) (facts []fact) {
	for _, d := range s.started(e) {
		if cell := s.list[d].cell; s.asked[cell] && s.list[d].what != filled && s.list[d].what != empty {
			facts = append(facts, fact{cell: cell, definition: d})
		}
	}
	return facts
}

func (s *search) run() ([]*flow.Transition, bool) {
	s.begun = slices.Repeat([]int{-1}, len(s.asked))
	for _, f := range s.begin(s.entry) {
		s.begun[f.cell] = f.definition
	}
	var facts []fact
	if s.entry.Transitions == nil {
		s.come(visit{at: s.entry.Start, from: -1, facts: facts})
	}
	for _, t := range s.entry.Transitions {
		s.come(visit{at: t.Meant, from: -1, by: t, facts: facts})
	}
	for i := 0; i < len(s.list) && len(s.list)+s.held/factsAStep < maxStates; i++ {
		v := s.list[i]
		if v.at == s.to {
			return s.path(i), true
		}
		for _, t := range v.at.Transitions {
			if t.Meant == nil || t.Dangling() || !t.Facts.Known() || s.over != nil && !s.over(t) {
				continue
			}
			if facts, ok := s.step(v.facts, t); ok {
				s.come(visit{at: t.Meant, from: i, by: t, facts: s.useful(facts, t.Meant)})
			}
		}
	}
	return nil, false
}

// come notes a widget on a way, unless another way came there that found out the same.
func (s *search) come(v visit) {
	s.held += len(v.facts)
	key := binary.AppendUvarint(nil, uint64(v.at.Index))
	for _, f := range v.facts {
		key = binary.AppendVarint(key, int64(f.cell))
		key = binary.AppendVarint(key, int64(f.definition))
		key = append(key, byte(f.opened))
		if f.by != nil {
			key = binary.AppendUvarint(key, uint64(f.by.From.Index))
			key = binary.AppendUvarint(key, uint64(f.by.Index))
		}
	}
	if !s.seen[string(key)] {
		s.seen[string(key)] = true
		s.list = append(s.list, v)
	}
}

// path returns the transitions of the way to a visit.
func (s *search) path(i int) []*flow.Transition {
	var path []*flow.Transition
	for ; i >= 0; i = s.list[i].from {
		if by := s.list[i].by; by != nil {
			path = append(path, by)
		}
	}
	slices.Reverse(path)
	return path
}

// step tells what is known after a transition; false says that it is not taken, or
// that it sets what the search wants unset.
func (s *search) step(facts []fact, t *flow.Transition) ([]fact, bool) {
	w := t.From
	if w == s.past || s.cell >= 0 && s.sets(s.opens[w.Index], &s.cells.list[s.cell]) {
		return nil, false
	}
	changed := false
	for i := range s.writes[w.Index] {
		e := &s.writes[w.Index][i]
		if !e.on(t) || e.cell != s.cell && !s.asked[e.cell] {
			continue
		}
		only := &s.reach.list[e.makes[0]]
		if e.cell == s.cell && !(len(e.makes) == 1 && only.what == blank && only.write == nil) {
			return nil, false
		}
		if !changed {
			facts, changed = slices.Clone(facts), true
		}
		facts = slices.DeleteFunc(facts, func(f fact) bool { return f.cell == e.cell })
		if d, ok := e.leaves(); ok && s.asked[e.cell] {
			facts = append(facts, fact{cell: e.cell, definition: d})
		} else if s.begun[e.cell] >= 0 {
			facts = append(facts, fact{cell: e.cell, definition: -1})
		}
	}
	if o := s.opens[w.Index]; o != closed {
		facts = slices.DeleteFunc(slices.Clone(facts), func(f fact) bool {
			return f.cell < 0 && f.opened == o || f.cell >= 0 && s.sets(o, &s.cells.list[f.cell])
		})
		facts = append(facts, fact{cell: -1, definition: -1, opened: o})
	}
	return s.ask(facts, t)
}

// ask holds what is known against what a transition of a split says.
func (s *search) ask(facts []fact, t *flow.Transition) ([]fact, bool) {
	tests := s.tests[t.From.Index]
	for i := range tests {
		test := &tests[i]
		excluded, ok := test.excludes(t)
		if !ok {
			continue
		}
		if s.contradicts(facts, test, excluded) || s.contradictsBeginning(facts, test, excluded) {
			return nil, false
		}
	}
	for i := range tests {
		if _, ok := tests[i].excludes(t); ok {
			if f := (fact{cell: tests[i].cell, definition: -1, by: t}); !slices.Contains(facts, f) {
				facts = append(slices.Clip(facts), f)
			}
		}
	}
	return facts, true
}

// contradictsBeginning reports whether a test cannot come out so with what an execution begins
// with, where nothing has set that since.
func (s *search) contradictsBeginning(facts []fact, test *test, excluded split.Answer) bool {
	d := s.begun[test.cell]
	if d < 0 || s.reach.list[d].holds(test.branch.Comparison) != excluded {
		return false
	}
	return !slices.ContainsFunc(facts, func(f fact) bool {
		return f.cell == test.cell && f.by == nil || f.cell < 0 && s.sets(f.opened, &s.cells.list[test.cell])
	})
}

// contradicts reports whether a test cannot come out so with what is known.
func (s *steps) contradicts(facts []fact, test *test, excluded split.Answer) bool {
	for _, f := range facts {
		switch {
		case f.cell != test.cell:
		case f.by == nil && f.definition >= 0 && s.list[f.definition].holds(test.branch.Comparison) == excluded,
			f.by != nil && s.contradict(f, test, excluded):
			return true
		}
	}
	return false
}

// contradict reports whether a test cannot come out so after a transition was taken
// that tested the same value.
func (s *steps) contradict(f fact, now *test, excluded split.Answer) bool {
	for i := range s.tests[f.by.From.Index] {
		before := &s.tests[f.by.From.Index][i]
		was, ok := before.excludes(f.by)
		if !ok || before.cell != now.cell {
			continue
		}
		a, b := before.branch.Comparison, now.branch.Comparison
		switch {
		case was == split.No && excluded == split.No && (a.Excludes(b) || b.Excludes(a)),
			was == split.No && excluded == split.Yes && a.Implies(b),
			was == split.Yes && excluded == split.No && b.Implies(a):
			return true
		}
	}
	return false
}
