package values

import (
	"slices"
	"sync"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// A Start is what is known of the executions that begin at one entry.
type Start struct {
	holding *Holding
	number  int // of the entry

	once  sync.Once
	taken [][]bool // by the index of a split: which of its transitions are taken

	oncePaths sync.Once
	paths     *flow.Paths
}

// From returns what is known of the executions that begin at an entry.
func (h *Holding) From(e *flow.Entry) *Start {
	h.onceStarts.Do(func() {
		h.starts = make([]Start, len(h.document.Flow.Entries()))
		for i := range h.starts {
			h.starts[i].holding, h.starts[i].number = h, i
		}
	})
	return &h.starts[slices.Index(h.document.Flow.Entries(), e)]
}

func (s *Start) entry() *flow.Entry { return s.holding.document.Flow.Entries()[s.number] }

// Takes reports whether an execution that begins here can take a transition, as far as what
// a split tests tells: a flow for calls and messages often parts them by "trigger.call is
// blank". What the trigger's event fills is taken not to be blank. Where something may tell
// the ways into the flow apart of which nothing is known (an address, a variable that is
// set from one), none is taken.
func (s *Start) Takes(t *flow.Transition) bool {
	if !t.From.Facts.Split {
		return true
	}
	s.once.Do(s.decide)
	return s.taken[t.From.Index][t.Index]
}

// decide works out which transitions of the splits are taken.
func (s *Start) decide() {
	reach := s.holding.get()[s.number]
	f := s.holding.document.Flow
	d := reach.decision()
	in, anything := make(set, reach.words), reach.anything()
	brought := reach.brought()
	s.taken = make([][]bool, len(f.Widgets))
	for i, w := range f.Widgets {
		if !w.Facts.Split {
			continue
		}
		taken := make([]bool, len(w.Transitions))
		s.taken[i] = taken
		switch {
		case !reach.known:
			copy(in, anything)
		case reach.in[i] == nil:
			continue // nobody comes there
		default:
			copy(in, reach.in[i])
		}
		for _, test := range d.tests[i] {
			if brought[test.cell] {
				in.remove(d.cells.list[test.cell].given + 1)
			}
		}
		if len(f.Entries()) == 1 || !s.tellsApart(w, in) {
			d.branches(w, in, func(t *flow.Transition, _ set) { taken[t.Index] = true })
		}
	}
}

// brought tells of each path whether the trigger fills it.
func (r *reach) brought() []bool {
	brought := make([]bool, len(r.cells.list))
	for i := range r.cells.list {
		c := &r.cells.list[i]
		brought[i] = c.kind == begun && slices.Contains(reads.FilledBy(*c.ref.Reference), r.entry.Event)
	}
	return brought
}

// anything returns what can hold wherever an execution is, when no more is known of it:
// what it began with, and whatever the flow sets. It is nil when more is known.
func (r *reach) anything() set {
	if r.known {
		return nil
	}
	state := make(set, r.words)
	for _, d := range r.started(r.entry) {
		state.add(d)
	}
	for i := range r.cells.list {
		if c := &r.cells.list[i]; c.kind != begun {
			for d := c.first; d < c.end; d++ {
				state.add(d)
			}
		}
	}
	return state
}

// tellsApart reports whether what a split tests can depend on how the execution began in a
// way of which nothing is known.
func (s *Start) tellsApart(w *flow.Widget, in set) bool {
	f := s.holding.document.Flow
	return slices.ContainsFunc(reads.Compared(f, w), func(r flow.Ref) bool {
		if _, ok := reads.VariableOf(f, r); ok {
			return s.holding.steps.tellsApart(r, in)
		}
		root := r.Root()
		return (root == "contact" || root == "flow") && len(reads.FilledBy(*r.Reference)) == 0
	})
}

// tellsApart reports whether a variable can hold what depends on how the execution began.
func (s *steps) tellsApart(variable flow.Ref, in set) bool {
	cell := s.of(variable)
	if cell < 0 {
		return true
	}
	tells := false
	c := &s.cells.list[cell]
	in.each(c.first, c.end, func(i int) {
		switch d := &s.list[i]; {
		case d.what == blank || d.what == constant:
		case d.write == nil:
			tells = true // whatever a subflow or a parent brings
		default:
			tells = tells || s.setApart(d.write)
		}
	})
	return tells
}

// setApart reports whether a text is set on some of the ways into the flow only, or made of
// what tells them apart.
func (s *steps) setApart(by *flow.Write) bool {
	for _, e := range s.flow.Entries() {
		if !e.Reaches(by.Widget) {
			return true
		}
	}
	t := s.flow.TemplateAt(by.Value)
	return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
		return r.Root() == "trigger" || r.Root() == "flow" || r.Root() == "contact"
	})
}
