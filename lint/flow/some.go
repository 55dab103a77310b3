package flow

import "slices"

// Some are widgets of a flow of which it is asked, for many others, whether one of them can run before or after. It is
// found for all of the flow at once: whoever asked CanPrecede for each pair would take the square of their number.
type Some struct {
	flow *Flow
	has  []bool // by widget
	list []*Widget
	ways lazy[[]someWays]
}

// Some returns the widgets for which is holds.
func (f *Flow) Some(is func(*Widget) bool) *Some {
	s := &Some{flow: f, has: make([]bool, len(f.Widgets))}
	for i, w := range f.Widgets {
		if is(w) {
			s.has[i] = true
			s.list = append(s.list, w)
		}
	}
	return s
}

// Has reports whether a widget is one of them.
func (s *Some) Has(w *Widget) bool { return s.has[w.Index] }

// Precede reports whether one of them, other than the widget itself, can run before it: see CanPrecede.
func (s *Some) Precede(w *Widget) bool {
	if !s.flow.closure().exact {
		return slices.ContainsFunc(s.list, func(a *Widget) bool { return a != w && s.flow.CanPrecede(a, w) })
	}
	return slices.ContainsFunc(s.ways.get(s.walk), func(y someWays) bool { return y.precede(w) }) ||
		s.flow.Begin() != nil && s.flow.Begin() != w && s.has[s.flow.Begin().Index] && s.flow.CanPrecede(s.flow.Begin(), w)
}

// Follow reports whether one of them, other than the widget itself, can run after it.
func (s *Some) Follow(w *Widget) bool {
	if !s.flow.closure().exact || w == s.flow.Begin() {
		return slices.ContainsFunc(s.list, func(b *Widget) bool { return b != w && s.flow.CanPrecede(w, b) })
	}
	return slices.ContainsFunc(s.ways.get(s.walk), func(y someWays) bool { return y.follow(w) })
}

// Connect reports whether one of them, other than the widget itself, can run before or after it.
func (s *Some) Connect(w *Widget) bool { return s.Precede(w) || s.Follow(w) }

// A pair are the first two of some widgets, by their indexes plus one; 0 for none. Two are enough to tell whether there
// is another than a certain one.
type pair [2]int32

func (p *pair) add(w int32) {
	switch {
	case w == 0 || w == p[0]:
	case p[0] == 0:
		p[0] = w
	case p[1] == 0:
		p[1] = w
	}
}

func (p *pair) addAll(other pair) {
	p.add(other[0])
	p.add(other[1])
}

// butFor reports whether there is one other than a widget.
func (p pair) butFor(w *Widget) bool { return p[0] != 0 && p[0] != int32(w.Index)+1 || p[1] != 0 }

// someWays tell which of some widgets lead to, and are led to from, the components of the closure, in executions of one
// kind.
type someWays struct {
	c            *closure
	from         func(*Widget) bool // the executions run it
	to           func(*Widget) bool
	before       []pair // by component: two of them that lead there, or stand in it
	after        []pair // two of them to which it leads, or that stand in it
	back         pair   // two that lead back to the trigger, from where all goes on
	all          pair   // two at all
	leadsBack    func(*Widget) bool
	straight     pair               // two that come before whatever is straightTo
	straightTo   func(*Widget) bool // nil for none
	straightFrom func(*Widget) bool
	behind       pair // two that are straightTo
}

func (y *someWays) precede(w *Widget) bool {
	if y.to(w) && (y.before[y.c.of[w.Index]].butFor(w) || y.back.butFor(w)) {
		return true
	}
	return y.straightTo != nil && y.straightTo(w) && y.straight.butFor(w)
}

func (y *someWays) follow(w *Widget) bool {
	if y.from(w) && (y.after[y.c.of[w.Index]].butFor(w) || y.leadsBack(w) && y.all.butFor(w)) {
		return true
	}
	return y.straightTo != nil && y.straightFrom(w) && y.behind.butFor(w)
}

// walk finds the ways: those of each entry, and those over ways that are lost. The trigger itself is asked for apart.
func (s *Some) walk() (all []someWays) {
	f, c := s.flow, s.flow.closure()
	for _, e := range f.Entries() {
		y := s.spread(c, e.Reaches, e.Reaches)
		y.leadsBack = func(w *Widget) bool { return e.Transitions != nil && c.leads(w, e.Start) }
		for _, w := range s.list {
			if e.Reaches(w) {
				y.all.add(int32(w.Index) + 1)
				if y.leadsBack(w) {
					y.back.add(int32(w.Index) + 1)
				}
			}
		}
		all = append(all, y)
	}
	if l := f.lostWays(); l != nil {
		anywhere := func(*Widget) bool { return true }
		y := s.spread(c, func(w *Widget) bool { return l.behind[w.Index] }, anywhere)
		y.leadsBack = func(*Widget) bool { return false }
		y.straightTo, y.straightFrom = l.leadsTo, func(w *Widget) bool { return l.before[w.Index] }
		for _, w := range s.list {
			if l.before[w.Index] {
				y.straight.add(int32(w.Index) + 1)
			}
			if l.behind[w.Index] {
				y.behind.add(int32(w.Index) + 1)
			}
		}
		all = append(all, y)
	}
	return all
}

// spread hands the widgets on from component to component, both ways: those from which ways count, and those to which
// they do.
func (s *Some) spread(c *closure, from, to func(*Widget) bool) someWays {
	y := someWays{c: c, from: from, to: to, before: make([]pair, len(c.circle)), after: make([]pair, len(c.circle))}
	begin := s.flow.Begin()
	for _, w := range s.list {
		if from(w) && w != begin {
			y.before[c.of[w.Index]].add(int32(w.Index) + 1)
		}
		if to(w) {
			y.after[c.of[w.Index]].add(int32(w.Index) + 1)
		}
	}
	for i := len(c.circle) - 1; i >= 0; i-- { // transitions lead to lower numbers
		for _, next := range c.to[c.first[i]:c.first[i+1]] {
			y.before[next].addAll(y.before[i])
		}
	}
	for i := range c.circle {
		for _, next := range c.to[c.first[i]:c.first[i+1]] {
			y.after[i].addAll(y.after[next])
		}
	}
	return y
}
