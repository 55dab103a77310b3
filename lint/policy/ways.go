package policy

import (
	"fmt"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// ways are the shortest ways between some widgets and all others, from the one side or the
// other.
type ways struct {
	by     []*flow.Transition // of a widget: its step of the way; nil where the way begins or ends
	end    []*flow.Widget     // the other end of the way; nil where there is none
	near   []*flow.Widget     // on a way of more than most steps: the widget that has as many left
	length []int
	queue  []*flow.Widget
	told   int // how many of them were told
}

// most is how many steps of a way are told at each of its ends.
const most = 10

func newWays(widgets int) *ways {
	room := make([]*flow.Widget, 2*widgets)
	return &ways{by: make([]*flow.Transition, widgets), end: room[:widgets], near: room[widgets:], length: make([]int, widgets)}
}

func (x *ways) add(w *flow.Widget, by *flow.Transition, next *flow.Widget) {
	if x.end[w.Index] != nil {
		return
	}
	x.by[w.Index], x.end[w.Index] = by, w
	if by != nil {
		x.end[w.Index], x.length[w.Index] = x.end[next.Index], x.length[next.Index]+1
		if x.near[w.Index] = x.near[next.Index]; x.length[next.Index] == most {
			x.near[w.Index] = next
		}
	}
	x.queue = append(x.queue, w)
}

// walk walks from where executions begin, and not on from the widgets that are marked.
func walk(f *flow.Flow, passes []bool) *ways {
	x := newWays(len(passes))
	start := f.Start()
	if start == nil {
		return x
	}
	x.add(start, nil, nil)
	for i := 0; i < len(x.queue); i++ {
		w := x.queue[i]
		if passes[w.Index] {
			continue
		}
		for _, t := range w.Transitions {
			if t.Meant != nil {
				x.add(t.Meant, t, w)
			}
		}
	}
	return x
}

// walkBack walks from some widgets against the transitions, and not through those that
// are marked.
func walkBack(from []*flow.Widget, passes []bool) *ways {
	x := newWays(len(passes))
	for _, w := range from {
		x.add(w, nil, nil)
	}
	for i := 0; i < len(x.queue); i++ {
		for _, t := range x.queue[i].In {
			if !passes[t.From.Index] {
				x.add(t.From, t, x.queue[i])
			}
		}
	}
	return x
}

// reach reports whether there is a way.
func (x *ways) reach(w *flow.Widget) bool { return x.end[w.Index] != nil }

// shown returns how many steps of a way are told at each of its ends. In a large flow a
// house rule may find something in every widget: then the first ways have to do.
func (x *ways) shown() int {
	if x.told++; x.told <= 50 {
		return most
	}
	return 2
}

// from adds the first steps of the way from a widget, and the last: so many of each, or
// all. next leads on.
func (x *ways) from(w *flow.Widget, path []*flow.Transition, first, last int, next func(*flow.Transition) *flow.Widget) []*flow.Transition {
	follow := func(n int) {
		for ; n > 0; n-- {
			t := x.by[w.Index]
			path = append(path, t)
			w = next(t)
		}
	}
	length := x.length[w.Index]
	if length <= first+last {
		follow(length)
		return path
	}
	near := x.near[w.Index]
	follow(first)
	if near != nil && x.length[w.Index] > most {
		w = near
	}
	for x.length[w.Index] > last {
		w = next(x.by[w.Index])
	}
	follow(last)
	return path
}

// to is the way to a widget, of those that walk has found, as a witness.
func (x *ways) to(w *flow.Widget) finding.Witness {
	return func() []finding.Step {
		length, shown := x.length[w.Index], x.shown()
		path := x.from(w, make([]*flow.Transition, 0, min(length, 2*shown)), shown, shown, func(t *flow.Transition) *flow.Widget { return t.From })
		slices.Reverse(path)
		return steps(path, length, w)
	}
}

// along is the way that begins with a transition, of those that walkBack has found, as a
// witness.
func (x *ways) along(first *flow.Transition) finding.Witness {
	return func() []finding.Step {
		length, shown := x.length[first.Meant.Index]+1, x.shown()
		path := append(make([]*flow.Transition, 0, min(length, 2*shown)), first)
		path = x.from(first.Meant, path, shown-1, shown, func(t *flow.Transition) *flow.Widget { return t.Meant })
		return steps(path, length, x.end[first.Meant.Index])
	}
}

// steps are those of a way, of which the middle may be left out.
func steps(path []*flow.Transition, length int, to *flow.Widget) []finding.Step {
	list := make([]finding.Step, 0, len(path)+2)
	for i, t := range path {
		if length > len(path) && i == len(path)/2 {
			list = append(list, finding.Step{Widget: fmt.Sprintf("(%d more widgets)", length-len(path)), At: t})
		}
		list = append(list, finding.Step{Widget: t.From.Name, Event: t.Event, At: t})
	}
	return append(list, finding.Step{Widget: to.Name, At: to})
}
