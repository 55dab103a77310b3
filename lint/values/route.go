package values

import (
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
	first, ok := routes.To(to)
	if !ok {
		return nil, false
	}
	reaches := h.get()
	for i, paths := range routes {
		if paths == nil || !paths.Reach(to) {
			continue
		}
		path, _ := paths.To(to)
		if s := (search{reach: reaches[i], cell: -1, one: true}); !reaches[i].known || s.takes(path) {
			return path, true
		}
	}
	for i, paths := range routes {
		if paths == nil || reaches[i].in[to.Index] == nil || !h.mayLook() {
			continue
		}
		s := search{reach: reaches[i], cell: -1, to: to, over: paths.Over, seen: map[string]bool{}}
		if path, ok := s.run(); ok {
			return path, true
		}
	}
	return first, true
}

// takes reports whether what a path sets and tests does not keep an execution from it.
func (s *search) takes(path []*flow.Transition) bool {
	facts := s.begin()
	for i, t := range path {
		if i == 0 && t.From.Facts.Starts {
			continue // the event that begins it
		}
		next, ok := s.step(facts, t)
		if !ok {
			return false
		}
		facts = next
	}
	return true
}
