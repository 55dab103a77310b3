package values

import (
	"slices"
	"sync"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// maxWords is how much is kept of one entry: far more than a flow needs that Studio
// runs. Of a larger one nothing is known. maxRounds is how often all widgets are looked
// at: as often as loops stand within loops, and twice more.
const (
	maxWords  = 1 << 21
	maxRounds = 40
)

// A reach tells which definitions reach which widget in the executions that begin at
// one entry: those that some way leads there from without another one between.
type reach struct {
	*steps
	entry *flow.Entry
	in    []set // by widget; nil where no execution comes
	loose set   // what leaves widgets of which it is not known where they lead
	known bool
}

// steps are what the transitions of a flow do to the definitions that hold.
type steps struct {
	*definitions
	opened [3]set // by open: the definitions of what such a widget may set
	tests  [][]test
	asked  []bool // by path: whether a split tests it
	loose  []bool // by widget: it may lead anywhere
	words  int

	mu    sync.Mutex
	later map[int]set // see askedFrom
}

// A test is what a split asks of a path by one of its transitions.
type test struct {
	cell   int
	branch reads.Branch
	sole   bool // nothing else is asked: where it holds, the branch is taken
}

func stepsOf(ds *definitions) *steps {
	f := ds.flow
	s := &steps{
		definitions: ds, tests: make([][]test, len(f.Widgets)),
		loose: make([]bool, len(f.Widgets)), words: (len(ds.list) + 63) / 64,
	}
	for _, o := range []open{foreign, all} {
		if !slices.Contains(s.opens, o) {
			continue
		}
		s.opened[o] = make(set, s.words)
		for i := range ds.cells.list {
			if c := &ds.cells.list[i]; s.sets(o, c) {
				s.opened[o].add(c.any)
				s.opened[o].add(c.any + 1)
			}
		}
	}
	for w := range f.Unfollowable() {
		s.loose[w.Index] = true
	}
	s.asked = make([]bool, len(ds.cells.list))
	for i, w := range f.Widgets {
		if w.Facts.Split {
			s.tests[i] = ds.testsOf(w)
		}
		for _, test := range s.tests[i] {
			s.asked[test.cell] = true
		}
	}
	return s
}

// sets reports whether what opens so may set a variable.
func (s *steps) sets(o open, c *cell) bool {
	if c.kind != variable {
		return false
	}
	v := s.flow.Variable(c.key)
	return o == all || o == foreign && (v == nil || len(v.Writes) == 0)
}

// testsOf lists what a split asks of paths by its branches.
func (ds *definitions) testsOf(w *flow.Widget) []test {
	var all []test
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		for _, b := range reads.BranchesOf(ds.document, t) {
			if cell := ds.tested(b.Condition); cell >= 0 && b.Literal {
				all = append(all, test{cell, b, len(t.Conditions) == 1})
			}
		}
	}
	return all
}

// change makes of what holds before a transition what holds after it: what its widget
// stores then.
func (s *steps) change(t *flow.Transition, state set) {
	w := t.From
	for i := range s.writes[w.Index] {
		e := &s.writes[w.Index][i]
		if e.on(t) && !e.keeps {
			state.clear(s.cells.list[e.cell].first, s.cells.list[e.cell].end)
		}
	}
	for i := range s.writes[w.Index] {
		if e := &s.writes[w.Index][i]; e.on(t) {
			for _, d := range e.makes {
				state.add(d)
			}
		}
	}
	if o := s.opens[w.Index]; o != closed {
		state.union(s.opened[o])
	}
}

// A decision tells which transitions of a split an execution can take. It is for one
// goroutine.
type decision struct {
	*steps
	rest, state set
}

func (s *steps) decision() *decision {
	return &decision{steps: s, rest: make(set, s.words), state: make(set, s.words)}
}

// branches calls visit for the transitions of a split that an execution can take in which
// some definitions hold there, with those that hold after it. The branches are tried in
// their order, so that what one certainly takes is not left for those after it, nor for
// noMatch.
func (d *decision) branches(w *flow.Widget, in set, visit func(*flow.Transition, set)) {
	tests := d.tests[w.Index]
	left := true
	copy(d.rest, in)
	take := func(t *flow.Transition, in set, tests []test) {
		copy(d.state, in)
		for i := range tests {
			if !d.mask(&tests[i], split.No, d.state) {
				return
			}
		}
		d.change(t, d.state)
		visit(t, d.state)
	}
	for _, t := range w.Transitions {
		switch t.Facts.Kind {
		case schemas.KindNoMatch:
		case schemas.KindBranch:
			n := 0
			for n < len(tests) && tests[n].branch.Transition == t {
				n++
			}
			if left {
				take(t, d.rest, tests[:n])
			}
			if n == 1 && tests[0].sole {
				left = left && d.mask(&tests[0], split.Yes, d.rest)
			}
			tests = tests[n:]
		default:
			take(t, in, nil)
		}
	}
	for _, t := range w.Transitions {
		if left && t.Facts.Kind == schemas.KindNoMatch { // the last one, as a rule
			d.change(t, d.rest)
			visit(t, d.rest)
		}
	}
}

// mask takes away the definitions of which it is certain that a test comes out so for
// them. It reports whether one is left.
func (s *steps) mask(test *test, excluded split.Answer, state set) bool {
	c := &s.cells.list[test.cell]
	checks := excluded == split.No && test.branch.Comparison.Checks()
	state.each(c.first, c.end, func(i int) {
		switch d := &s.list[i]; {
		case d.holds(test.branch.Comparison) == excluded:
			state.remove(i)
		case checks && d.what == filled:
			state.remove(i)
			state.add(i + 2)
		}
	})
	return state.any(c.first, c.end)
}

// excludes returns with which answer to a test a transition of its split is not taken:
// a branch of its own when it does not hold, what is taken when nothing else holds when
// it does.
func (test *test) excludes(t *flow.Transition) (a split.Answer, ok bool) {
	switch {
	case t == test.branch.Transition:
		return split.No, true
	case t.Facts.Kind == schemas.KindNoMatch:
		return split.Yes, test.sole
	}
	return 0, false
}

// reachOf works out what reaches the widgets from one entry.
func (s *steps) reachOf(e *flow.Entry) *reach {
	r := &reach{steps: s, entry: e, in: make([]set, len(s.flow.Widgets)), loose: make(set, s.words)}
	if s.words*(len(r.in)+2) > maxWords {
		return r
	}
	p := propagation{reach: r, due: make([]bool, len(r.in)), decide: s.decision(), room: make(set, s.words*len(r.in))}
	begin := make(set, s.words)
	for _, d := range s.started(e) {
		begin.add(d)
	}
	if e.Transitions == nil {
		p.arrive(e.Start, begin)
	}
	for _, t := range e.Transitions {
		p.arrive(t.Meant, begin)
	}
	r.known = p.run()
	return r
}

// A propagation carries definitions along the transitions until nothing changes.
type propagation struct {
	*reach
	due    []bool
	opened bool // a widget was left that may lead anywhere
	spread bool // what leaves such widgets is to be carried to all
	decide *decision
	room   set
}

// arrive adds what holds on a way to a widget.
func (p *propagation) arrive(w *flow.Widget, state set) {
	if w == p.entry.Start && p.entry.Transitions != nil {
		return // an execution that comes back to the trigger goes on as it began
	}
	in := p.in[w.Index]
	fresh := in == nil
	if fresh {
		in = p.room[:p.words:p.words]
		p.room = p.room[p.words:]
		p.in[w.Index] = in
	}
	if in.union(state) || fresh {
		p.due[w.Index] = true
	}
}

// run looks at the widgets, forward through the flow, until nothing is due.
func (p *propagation) run() bool {
	order := forward(p.flow, p.entry.Start)
	for range maxRounds {
		changed := false
		for _, w := range order {
			if !p.due[w.Index] {
				continue
			}
			p.due[w.Index] = false
			changed = true
			p.leave(w)
		}
		if p.spread {
			p.spread = false
			for _, to := range p.flow.Widgets {
				p.arrive(to, p.reach.loose)
			}
		} else if !changed {
			return true
		}
	}
	return false
}

// leave carries what holds at a widget along its transitions.
func (p *propagation) leave(w *flow.Widget) {
	state := p.decide.state
	if w.Facts.Split {
		p.decide.branches(w, p.in[w.Index], func(t *flow.Transition, state set) {
			if t.Meant != nil {
				p.arrive(t.Meant, state)
			}
		})
	} else {
		for _, t := range w.Transitions {
			if t.Meant != nil {
				copy(state, p.in[w.Index])
				p.change(t, state)
				p.arrive(t.Meant, state)
			}
		}
	}
	if !p.steps.loose[w.Index] {
		return
	}
	// It may lead anywhere, by an event of which nothing is known.
	copy(state, p.in[w.Index])
	for i := range p.writes[w.Index] {
		for _, d := range p.writes[w.Index][i].makes {
			state.add(d)
		}
	}
	if o := p.opens[w.Index]; o != closed {
		state.union(p.steps.opened[o])
	}
	p.spread = p.reach.loose.union(state) || p.spread || !p.opened
	p.opened = true
}

// forward returns the widgets of a flow so that, loops aside, each comes after those
// that lead to it.
func forward(f *flow.Flow, start *flow.Widget) []*flow.Widget {
	var (
		order = make([]*flow.Widget, 0, len(f.Widgets))
		seen  = make([]bool, len(f.Widgets))
		next  = make([]int, len(f.Widgets))
		stack []*flow.Widget
	)
	visit := func(from *flow.Widget) {
		if seen[from.Index] {
			return
		}
		seen[from.Index] = true
		stack = append(stack, from)
		for len(stack) > 0 {
			w := stack[len(stack)-1]
			if next[w.Index] == len(w.Transitions) {
				stack = stack[:len(stack)-1]
				order = append(order, w)
				continue
			}
			t := w.Transitions[next[w.Index]]
			next[w.Index]++
			if t.Meant != nil && !seen[t.Meant.Index] {
				seen[t.Meant.Index] = true
				stack = append(stack, t.Meant)
			}
		}
	}
	visit(start)
	if len(f.Unfollowable()) > 0 {
		for _, w := range f.Widgets {
			visit(w)
		}
	}
	slices.Reverse(order)
	return order
}
