package script

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint/flow"
	"studiolint/lint/sim"
	"studiolint/schemas"
)

// Coverage is how much of a flow the tests of a run have taken. What no execution can come
// to does not count, nor does an event of the trigger that leads nowhere.
type Coverage struct {
	Flow        string
	Widgets     Count
	Transitions Count
	Missed      []Missed // in document order

	program *sim.Program
	hits    map[*flow.Transition]int
	visits  map[*flow.Widget]int
}

// A Count is how many of all were taken.
type Count struct{ Total, Taken int }

// Percent returns the share that was taken, rounded down; 100 of nothing.
func (c Count) Percent() int {
	if c.Total == 0 {
		return 100
	}
	return 100 * c.Taken / c.Total
}

// Missed is a transition that no test takes.
type Missed struct {
	Widget, Event string
	Line          int
	Branch        int // which of several of the event, counted from 1; 0 when there is one
}

// A tally counts what executions take, of all flows; several goroutines may add to it.
type tally struct {
	mu        sync.Mutex
	byProgram map[*sim.Program]*Coverage
}

// of returns the counts of a flow.
func (t *tally) of(p *sim.Program) *Coverage {
	c := t.byProgram[p]
	if c == nil {
		c = &Coverage{Flow: p.Name, program: p, hits: map[*flow.Transition]int{}, visits: map[*flow.Widget]int{}}
		if t.byProgram == nil {
			t.byProgram = map[*sim.Program]*Coverage{}
		}
		t.byProgram[p] = c
	}
	return c
}

func (t *tally) add(visits []*sim.Visit) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, v := range visits {
		c := t.of(v.Program)
		c.visits[v.Widget]++
		if v.Taken != nil {
			c.hits[v.Taken]++
		}
	}
}

// cover works out what was taken, flow by flow in the order of those that test files name
// (nil for a file that cannot be used), then those that only run as subflows by their names.
func (t *tally) cover(tried []*sim.Program) []*Coverage {
	var all, rest []*Coverage
	for _, p := range tried {
		if p != nil && !slices.Contains(all, t.of(p)) {
			all = append(all, t.of(p))
		}
	}
	for _, c := range t.byProgram {
		if !slices.Contains(all, c) {
			rest = append(rest, c)
		}
	}
	slices.SortFunc(rest, func(a, b *Coverage) int { return strings.Compare(a.Flow, b.Flow) })
	all = append(all, rest...)
	for _, c := range all {
		c.count()
	}
	return all
}

func (c *Coverage) count() {
	f := c.program.Flow
	for _, w := range f.Widgets {
		if !f.Reachable(w) && c.visits[w] == 0 {
			continue
		}
		c.Widgets.Total++
		if c.visits[w] > 0 {
			c.Widgets.Taken++
		}
		for _, t := range w.Transitions {
			if !counts(t) {
				continue
			}
			c.Transitions.Total++
			if c.hits[t] > 0 {
				c.Transitions.Taken++
				continue
			}
			c.Missed = append(c.Missed, Missed{Widget: w.Name, Event: t.Event, Line: lineAt(t), Branch: branchOf(t)})
		}
	}
}

// counts reports whether a transition could be taken: one of the trigger that leads
// nowhere begins nothing, and of an event that stands twice the second is never asked.
func counts(t *flow.Transition) bool {
	if t.From.Facts.Starts && t.To == nil {
		return false
	}
	return t.Facts.Kind == schemas.KindBranch || t.From.On(t.Event) == t
}

// branchOf tells which of several transitions of one event a transition is.
func branchOf(t *flow.Transition) int {
	n, at := 0, 0
	for _, other := range t.From.Transitions {
		if other.Event == t.Event {
			n++
			if other == t {
				at = n
			}
		}
	}
	if n < 2 {
		return 0
	}
	return at
}

// lineAt returns the line of a transition in the file that a person opens.
func lineAt(t *flow.Transition) int {
	file, span := t.Place().Locate()
	return file.Position(span.Start).Line
}

// A Point is a widget or a transition with how often it was taken.
type Point struct {
	Line  int
	Hits  int
	Name  string // of a widget; of a transition its event
	Of    string // the widget of a transition; "" for a widget
	Group int    // the number of the widget in its flow

	Widget     *flow.Widget
	Transition *flow.Transition // nil for a widget
}

// Graph returns the flow.
func (c *Coverage) Graph() *flow.Flow { return c.program.Flow }

// Points returns the widgets and transitions that count, in document order.
func (c *Coverage) Points() (points []Point) {
	f := c.program.Flow
	for _, w := range f.Widgets {
		if !f.Reachable(w) && c.visits[w] == 0 {
			continue
		}
		file, span := w.Place().Locate()
		points = append(points, Point{file.Position(span.Start).Line, c.visits[w], w.Name, "", w.Index, w, nil})
		for _, t := range w.Transitions {
			if counts(t) {
				points = append(points, Point{lineAt(t), c.hits[t], t.Event, w.Name, w.Index, w, t})
			}
		}
	}
	return slices.Clip(points)
}
