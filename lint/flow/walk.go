package flow

import (
	"iter"
	"math"
	"slices"
)

// A Walk goes on from widget to widget as whoever makes it chooses: it holds widgets, each once, in the order in which they were added.
// Whoever goes over it adds those that come next meanwhile.
//
//	walk := flow.WalkFrom(w)
//	for at := range walk.All() {
//		if isGoal(at) {
//			return true
//		}
//		walk.AddNext(at)
//	}
type Walk struct {
	first   [few]*Widget
	more    []*Widget
	count   int
	held    map[*Widget]bool // those in more
	omitted []*Widget
}

// Ahead yields the first n widgets of those to which a transition leads one after another, when each has done its work;
// none for nil.
func (t *Transition) Ahead(n int) iter.Seq[*Widget] {
	var first *Widget
	if t != nil {
		first = t.Meant
	}
	return first.Ahead(n)
}

// Ahead yields the first n widgets of a widget itself and those to which it leads one after another; none for nil.
func (w *Widget) Ahead(n int) iter.Seq[*Widget] {
	return func(yield func(*Widget) bool) {
		at := w
		for i := 0; i < n && at != nil && yield(at); i++ {
			on := at.Onward()
			if on == nil {
				return
			}
			at = on.Meant
		}
	}
}

// few are so many that they are looked through, and held without room of their own: most walks are short.
const few = 16

// WalkFrom returns a walk with some widgets in it; nil is none.
func WalkFrom(start ...*Widget) (l Walk) {
	for _, w := range start {
		l.Add(w)
	}
	return l
}

// Add adds a widget, and reports whether it is new; nil never is.
func (l *Walk) Add(w *Widget) bool {
	if w == nil || l.Has(w) || slices.Contains(l.omitted, w) {
		return false
	}
	if l.count < few {
		l.first[l.count] = w
	} else {
		if l.held == nil {
			l.held = map[*Widget]bool{}
		}
		l.held[w] = true
		l.more = append(l.more, w)
	}
	l.count++
	return true
}

// AddNext adds all widgets to which one leads.
func (l *Walk) AddNext(w *Widget) {
	for _, t := range w.Transitions {
		l.Add(t.Meant)
	}
}

// Omit has widgets that are not in it yet left out from now on.
func (l *Walk) Omit(widgets ...*Widget) { l.omitted = append(l.omitted, widgets...) }

// Has reports whether a widget was added.
func (l *Walk) Has(w *Widget) bool {
	return slices.Contains(l.first[:min(l.count, few)], w) || l.held[w]
}

// Len returns how many widgets were added.
func (l *Walk) Len() int { return l.count }

// All yields the widgets, those included that are added meanwhile.
func (l *Walk) All() iter.Seq[*Widget] { return l.First(math.MaxInt) }

// First is All for the first n of them.
func (l *Walk) First(n int) iter.Seq[*Widget] {
	return func(yield func(*Widget) bool) {
		for i := 0; i < min(l.count, n); i++ {
			if !yield(l.at(i)) {
				return
			}
		}
	}
}

func (l *Walk) at(i int) *Widget {
	if i < few {
		return l.first[i]
	}
	return l.more[i-few]
}
