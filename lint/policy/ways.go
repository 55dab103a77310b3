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
	length []int
	queue  []*flow.Widget
	told   int // how many of them were told
}

func newWays(widgets int) *ways {
	return &ways{by: make([]*flow.Transition, widgets), end: make([]*flow.Widget, widgets), length: make([]int, widgets)}
}

func (x *ways) add(w *flow.Widget, by *flow.Transition, next *flow.Widget) {
	if x.end[w.Index] != nil {
		return
	}
	x.by[w.Index], x.end[w.Index] = by, w
	if by != nil {
		x.end[w.Index], x.length[w.Index] = x.end[next.Index], x.length[next.Index]+1
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
		return 10
	}
	return 2
}

// to is the way to a widget, of those that walk has found, as a witness.
func (x *ways) to(w *flow.Widget) finding.Witness {
	return func() []finding.Step {
		length, shown := x.length[w.Index], x.shown()
		path := make([]*flow.Transition, 0, min(length, 2*shown))
		at := w
		for left := length; left > 0; left-- {
			t := x.by[at.Index]
			if left <= shown || left > length-shown {
				path = append(path, t)
			}
			at = t.From
		}
		slices.Reverse(path)
		return steps(path, length, w)
	}
}

// along is the way that begins with a transition, of those that walkBack has found, as a
// witness.
func (x *ways) along(first *flow.Transition) finding.Witness {
	return func() []finding.Step {
		length, shown := x.length[first.Meant.Index]+1, x.shown()
		path := make([]*flow.Transition, 0, min(length, 2*shown))
		for i, t := 0, first; i < length; i++ {
			if i < shown || i >= length-shown {
				path = append(path, t)
			}
			t = x.by[t.Meant.Index]
		}
		return steps(path, length, x.end[first.Meant.Index])
	}
}

// steps are those of a way, of which the middle may be left out.
func steps(path []*flow.Transition, length int, to *flow.Widget) []finding.Step {
	list := make([]finding.Step, 0, len(path)+2)
	for i, t := range path {
		if length > len(path) && i == len(path)/2 {
			list = append(list, finding.Step{Widget: fmt.Sprintf("(%d more widgets)", length-len(path)), At: t.Place()})
		}
		list = append(list, finding.Step{Widget: t.From.Name, Event: t.Event, At: t.Place()})
	}
	return append(list, finding.Step{Widget: to.Name, At: to.Place()})
}
