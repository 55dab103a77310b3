package values

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// A Round is what going round a loop does to what its widgets read.
type Round struct {
	steps *steps
	loop  *flow.Loop
	opens [all + 1]bool // by open: a widget of the loop sets such
}

// Round returns what going round a loop does.
func (h *Holding) Round(loop *flow.Loop) *Round {
	r := &Round{steps: h.getSteps(), loop: loop}
	for _, w := range loop.Widgets {
		r.opens[r.steps.opens[w.Index]] = true
	}
	return r
}

// A Change is what a loop does to what a reference reads.
type Change uint8

const (
	Stays    Change = iota // the loop leaves it alone
	Sets                   // a widget of the loop sets the variable, or may
	Stores                 // a widget of the loop stores it anew in each round
	Answered               // a person has to answer a widget of the loop
)

// Of tells what the loop does to what a reference reads.
func (r *Round) Of(ref flow.Ref) Change {
	f := r.steps.flow
	if key, ok := reads.VariableOf(f, ref); ok {
		if key == "" || r.sets(ref, key) {
			return Sets // without a key, which one is only known at run time
		}
		return Stays
	}
	name, _, ok := ref.Output()
	switch {
	case !ok:
		return Stays
	case name == "":
		return Sets
	}
	switch w := f.Widget(name); {
	case w == nil || !r.loop.Has(w):
		return Stays
	case reads.IsAnswer(f, ref):
		return Answered
	}
	return Stores
}

// sets reports whether a widget of the loop may set a variable.
func (r *Round) sets(ref flow.Ref, key string) bool {
	if i := r.steps.of(ref); i >= 0 {
		c := &r.steps.cells.list[i]
		if c.kind == copied {
			return r.loop.Has(c.widget)
		}
		for o, opens := range r.opens {
			if opens && r.steps.sets(open(o), c) {
				return true
			}
		}
	} else if r.opens[all] {
		return true
	}
	return r.writes(key)
}

// writes reports whether a widget of the loop sets a variable under a key that is known.
func (r *Round) writes(key string) bool {
	v := r.steps.flow.Variable(key)
	return v != nil && slices.ContainsFunc(v.Writes, func(by flow.Write) bool { return r.loop.Has(by.Widget) })
}

// SetsAny reports whether the loop may set variables of which the file does not say which.
func (r *Round) SetsAny() bool { return r.opens[all] }

// Keys returns the variables that the loop sets, as far as their names are known.
func (r *Round) Keys() []string {
	var keys []string
	for _, v := range r.steps.flow.Variables() {
		if r.writes(v.Key) {
			keys = append(keys, v.Key)
		}
	}
	return keys
}

// StaysUnanswered reports whether a split of the loop certainly leads on in it as long as
// nobody answers the widgets of the loop.
func (r *Round) StaysUnanswered(at *flow.Widget) bool {
	s := r.steps
	in := make(set, s.words)
	for i := range in {
		in[i] = ^uint64(0)
	}
	for _, test := range s.tests[at.Index] {
		if c := &s.cells.list[test.cell]; c.kind == output && r.loop.Has(c.widget) && reads.IsAnswer(s.flow, c.ref) {
			in.clear(c.first, c.end)
			in.add(c.start)
		}
	}
	goesOn, leaves := false, false
	s.decision().branches(at, in, func(t *flow.Transition, _ set) {
		inside := t.Meant != nil && r.loop.Has(t.Meant)
		goesOn, leaves = goesOn || inside, leaves || !inside
	})
	return goesOn && !leaves
}

// IsFixed reports whether a reference reads what is the same as long as an execution
// lasts, whatever anybody does: what it began with, and with whom it speaks. Replies over a
// conversation land below trigger.conversation, so that is not one of them.
func (h *Holding) IsFixed(r flow.Ref) bool {
	if r.Root() == "contact" {
		return true
	}
	s := h.getSteps()
	i := s.of(r)
	return i >= 0 && s.cells.list[i].kind == begun && !s.cells.list[i].mayChange()
}

// ComparesFixed reports whether a split tests nothing but what is fixed.
func (h *Holding) ComparesFixed(w *flow.Widget) bool {
	refs := reads.Compared(h.document.Flow, w)
	return len(refs) > 0 && !reads.ComparesUnknown(w) && !slices.ContainsFunc(refs, func(r flow.Ref) bool { return !h.IsFixed(r) })
}

// MaySet reports whether a widget may change what a reference reads when it is left.
func (h *Holding) MaySet(w *flow.Widget, r flow.Ref) bool {
	s := h.getSteps()
	i := s.of(r)
	if i < 0 {
		return !h.IsFixed(r)
	}
	return s.sets(s.opens[w.Index], &s.cells.list[i]) ||
		slices.ContainsFunc(s.writes[w.Index], func(e write) bool { return e.cell == i })
}
