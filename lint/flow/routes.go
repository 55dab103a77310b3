package flow

import "slices"

// Routes are the paths of a flow over some transitions, by entry, as far as the
// catalogue knows their events: a path through anything else proves nothing.
// Entries whose executions belong to a parent flow have none: where a subflow
// ends, its parent goes on. Nor has a flow without a trigger that leads anywhere. A way that is
// lost may lead on to what nothing leads to: there a path begins anew.
type Routes []*Paths

// Routes returns the routes over the transitions that pass, in the order of the
// entries; nil for an entry that has none.
func (f *Flow) Routes(pass func(*Transition) bool) Routes {
	all := make(Routes, len(f.Entries()))
	for i, e := range f.Entries() {
		if e.Channels()&Unknown == 0 {
			s := newSearch(f, nil, func(t *Transition) bool { return t.Facts.Known() && pass(t) })
			s.lost = f.lostWays()
			all[i] = e.walk(s)
		}
	}
	return all
}

// Everywhere returns the routes of all entries over everything, those included that prove
// nothing.
func (f *Flow) Everywhere() Routes {
	all := make(Routes, len(f.Entries()))
	for i, e := range f.Entries() {
		all[i] = e.paths()
	}
	return all
}

// Reach reports whether one of the entries leads to a widget.
func (all Routes) Reach(w *Widget) bool {
	return slices.ContainsFunc(all, func(paths *Paths) bool { return paths != nil && paths.Reach(w) })
}

// To returns the path to a widget from the first entry that leads there, and whether
// one does.
func (all Routes) To(w *Widget) ([]*Transition, bool) {
	for _, paths := range all {
		if paths != nil && paths.Reach(w) {
			return paths.To(w)
		}
	}
	return nil, false
}
