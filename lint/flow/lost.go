package flow

import "slices"

// lostWays are the ways of which it is not known where they lead (see Unfollowable), with the
// widgets to which nothing else leads and that stand below: there they most likely led. What
// does not depend on how one came there is told of those widgets too, so that one slip does
// not hide what is wrong behind it. What is concluded from all ways, as a value that is
// blank, or whether there is a call, follows none of them.
type lostWays struct {
	to     [][]int32 // by widget: where its lost ways may lead
	paths  *Paths    // from where they begin, or may lead
	behind []bool    // by widget: one comes there over them alone
	before []bool    // by widget: it leads on to one that has some, or is one
}

// lostWays returns nil when no way is lost, or nothing stands where it may have led.
func (f *Flow) lostWays() *lostWays {
	return f.analysis.lost.get(func() *lostWays {
		const many = 1 << 20 // pairs that are looked at
		loose := f.Unfollowable()
		if len(loose) == 0 {
			return nil
		}
		heads := f.heads()
		if len(heads) == 0 || len(heads)*len(loose) > many {
			return nil
		}
		l := &lostWays{to: make([][]int32, len(f.Widgets)), behind: make([]bool, len(f.Widgets))}
		s := newSearch(f, nil, nil)
		s.lost = l
		some := false
		for w := range loose {
			for _, h := range heads {
				if mayStandBelow(w, h) {
					l.to[w.Index] = append(l.to[w.Index], int32(h.Index))
				}
			}
			if f.comes(w) && len(l.to[w.Index]) > 0 {
				some = true
				s.enter(int32(w.Index))
			}
		}
		if !some {
			return nil
		}
		s.run()
		l.paths = &s.Paths
		for i, via := range s.via {
			l.behind[i] = via != unreached && !f.comes(f.Widgets[i])
		}
		l.before = f.towardsUnfollowable()
		return l
	})
}

// heads returns the widgets to which nothing leads, and those where others come in that
// nothing leads to.
func (f *Flow) heads() []*Widget {
	var heads []*Widget
	for _, c := range f.UnreachableClusters() {
		for _, w := range c.Entrances {
			if !w.Facts.Starts && (w.Name == "" || f.byName[w.Name] == w) {
				heads = append(heads, w)
			}
		}
	}
	return heads
}

// mayStandBelow reports whether a widget stands in the editor where the one stands, as a rule,
// to which another leads: what was left over stands elsewhere. Where no places are written
// it may.
func mayStandBelow(w, below *Widget) bool {
	const high, wide = 600, 700 // a widget is some 180 high and 320 wide
	x, y, ok := w.Offset()
	x2, y2, ok2 := below.Offset()
	if !ok || !ok2 || x == x2 && y == y2 {
		return true
	}
	return y < y2 && y2-y <= high && x-x2 <= wide && x2-x <= wide
}

// leadingTo tells, by the index of a widget, which lead to one of some, those included.
func (f *Flow) leadingTo(some map[*Widget]bool) []bool {
	leads := make([]bool, len(f.Widgets))
	var queue []*Widget
	mark := func(w *Widget) {
		if !leads[w.Index] {
			leads[w.Index] = true
			queue = append(queue, w)
		}
	}
	for w := range some {
		mark(w)
	}
	for i := 0; i < len(queue); i++ {
		for _, t := range queue[i].In {
			mark(t.From)
		}
	}
	return leads
}

// loses reports whether a way is lost that leaves a widget, one that passes.
func (w *Widget) loses(pass func(*Transition) bool) bool {
	return w.unlisted || slices.ContainsFunc(w.Transitions, func(t *Transition) bool {
		return t.Meant == nil && !t.Ends() && (pass == nil || pass(t))
	})
}

// canPrecede reports whether one widget may come before another over a way that is lost, or behind one.
func (l *lostWays) canPrecede(c *closure, a, b *Widget) bool {
	return l != nil && (l.behind[a.Index] && c.leads(a, b) || l.before[a.Index] && l.behind[b.Index])
}

// leadsTo reports whether a widget stands behind a way that is lost.
func (l *lostWays) leadsTo(w *Widget) bool { return l != nil && l.behind[w.Index] }
