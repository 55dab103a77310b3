package values

import (
	"slices"

	"studiolint/lint/flow"
)

// askedFrom returns the widgets, by their index, from which one may come to a split that tests a path:
// what is known of the path is of no use elsewhere. It is nil when so much is kept that nothing more is.
func (s *steps) askedFrom(cell int) set {
	const most = 1 << 18 // words that are kept for a document
	s.mu.Lock()
	defer s.mu.Unlock()
	from, known := s.later[cell]
	words := len(s.tests)/64 + 1
	if known || len(s.later)*words > most {
		return from
	}
	from = make(set, words)
	var queue []*flow.Widget
	come := func(w *flow.Widget) {
		if !from.has(w.Index) {
			from.add(w.Index)
			queue = append(queue, w)
		}
	}
	for i, tests := range s.tests {
		if slices.ContainsFunc(tests, func(t test) bool { return t.cell == cell }) {
			come(s.flow.Widgets[i])
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, t := range queue[0].In {
			come(t.From)
		}
	}
	if s.later == nil {
		s.later = map[int]set{}
	}
	s.later[cell] = from
	return from
}

// useful returns the facts without those of which no split asks any more after a widget, where they are
// many, so that a long chain of splits on this and that is followed to its end.
func (s *search) useful(facts []fact, w *flow.Widget) []fact {
	const many = 16
	if len(facts) < many {
		return facts
	}
	spent := func(f fact) bool {
		if f.cell < 0 {
			return false
		}
		from := s.askedFrom(f.cell)
		return from != nil && !from.has(w.Index)
	}
	if !slices.ContainsFunc(facts, spent) {
		return facts
	}
	return slices.DeleteFunc(slices.Clone(facts), spent)
}
