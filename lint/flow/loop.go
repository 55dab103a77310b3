package flow

import (
	"slices"
	"sync"
)

// A Loop is a largest set of widgets each of which leads to each of the others:
// a strongly connected component. A widget that leads to itself is one, too.
type Loop struct {
	Widgets []*Widget     // in document order
	Inside  []*Transition // between the widgets, in document order
	Leaving []*Transition // those that lead elsewhere or end the execution

	of []*Loop // by widget
}

// Has reports whether the widget is in the loop.
func (l *Loop) Has(w *Widget) bool { return l.of[w.Index] == l }

// loops are the loops of a graph, and which one a widget is in.
type loops struct {
	list []*Loop
	of   []*Loop // by widget; nil when it is in none
}

// Loops returns the flow's loops in document order of their first widgets.
func (f *Flow) Loops() []*Loop { return f.allLoops().list }

// LoopOf returns the loop that the widget is in, nil when it is in none.
func (f *Flow) LoopOf(w *Widget) *Loop { return f.allLoops().of[w.Index] }

// SameLoop reports whether a loop holds both widgets.
func (f *Flow) SameLoop(a, b *Widget) bool {
	loop := f.LoopOf(a)
	return loop != nil && loop.Has(b)
}

func (f *Flow) allLoops() loops {
	return f.analysis.loops.get(func() loops { return f.findLoops(nil) })
}

// LoopsWhere returns the loops that remain of the flow with only the transitions
// that pass. Inside then holds those that pass. Each call walks the graph.
func (f *Flow) LoopsWhere(pass func(*Transition) bool) []*Loop { return f.findLoops(pass).list }

func (f *Flow) findLoops(pass func(*Transition) bool) loops {
	of, count := f.components(pass)
	circular := make([]bool, count)
	found := make([]bool, count)
	for _, w := range f.Widgets {
		c := of[w.Index]
		if found[c] { // a second widget
			circular[c] = true
		}
		found[c] = true
		for _, t := range w.Transitions {
			if t.Meant == w && !circular[c] && (pass == nil || pass(t)) {
				circular[c] = true
			}
		}
	}
	result := loops{of: make([]*Loop, len(f.Widgets))}
	if !slices.Contains(circular, true) {
		return result
	}
	byComponent := make([]*Loop, count)
	for _, w := range f.Widgets {
		c := of[w.Index]
		if !circular[c] {
			continue
		}
		loop := byComponent[c]
		if loop == nil {
			loop = &Loop{of: result.of}
			byComponent[c] = loop
			result.list = append(result.list, loop)
		}
		loop.Widgets = append(loop.Widgets, w)
		result.of[w.Index] = loop
		for _, t := range w.Transitions {
			switch {
			case t.Meant == nil || of[t.Meant.Index] != c:
				loop.Leaving = append(loop.Leaving, t)
			case pass == nil || pass(t):
				loop.Inside = append(loop.Inside, t)
			}
		}
	}
	return result
}

// workspaces are those of searches that are over.
var workspaces = sync.Pool{New: func() any { return new([]int32) }}

// workspace returns numbers, which are its own until the search ends: first so many that
// are 0, then, up to n, such that may be anything.
func workspace(zeros, n int) (room []int32, end func()) {
	w := workspaces.Get().(*[]int32)
	*w = slices.Grow((*w)[:0], n)[:n]
	clear((*w)[:zeros])
	return *w, func() { workspaces.Put(w) }
}

// components numbers the strongly connected components of the graph with the
// transitions that pass, and returns each widget's number and how many there
// are. It is Tarjan's algorithm without recursion: a transition from one
// component to another leads from a higher number to a lower one.
func (f *Flow) components(pass func(*Transition) bool) (of []int32, count int) {
	const done = int32(-1)
	g, n := f.graph(), len(f.Widgets)
	of = make([]int32, n)
	lists, end := workspace(n, 5*n)
	defer end()
	var (
		number = lists[:n] // in order of discovery, from 1; 0: not found yet; done: in a component
		low    = lists[n : 2*n]
		next   = lists[2*n : 3*n]       // the transition to look at next
		open   = lists[3*n : 3*n : 4*n] // found and not yet in a component
		stack  = lists[4*n : 4*n]       // the path that is being walked
		found  int32
	)
	visit := func(w int32) {
		found++
		number[w], low[w], next[w] = found, found, g.first[w]
		open = append(open, w)
		stack = append(stack, w)
	}
	for root := range int32(n) {
		if number[root] == 0 {
			visit(root)
		}
		for len(stack) > 0 {
			w := stack[len(stack)-1]
			if next[w] < g.first[w+1] {
				edge := next[w]
				next[w]++
				if pass != nil && !pass(g.edges[edge]) {
					continue
				}
				switch to := g.to[edge]; number[to] {
				case 0:
					visit(to)
				case done:
				default:
					low[w] = min(low[w], number[to])
				}
				continue
			}
			stack = stack[:len(stack)-1]
			if len(stack) > 0 {
				parent := stack[len(stack)-1]
				low[parent] = min(low[parent], low[w])
			}
			if low[w] < number[w] {
				continue
			}
			for number[w] != done {
				member := open[len(open)-1]
				open = open[:len(open)-1]
				number[member] = done
				of[member] = int32(count)
			}
			count++
		}
	}
	return of, count
}
