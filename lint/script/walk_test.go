package script

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/sim"
)

// A walker takes ways through a flow.
type walker struct {
	*search
	begin []Start
	with  []Settings
}

func newWalker(p *sim.Program) *walker {
	w := &walker{search: &search{cells: cellsOf(p), program: p, at: map[*flow.Widget][]int{}}}
	w.decide()
	starts, settings := w.starts(p.Flow)
	for i, s := range settings {
		if len(s.Variables) > 0 {
			continue // nobody has set them
		}
		if s.Contact == "" {
			s.Contact = defaultContact
		}
		if s.Channel == "" {
			s.Channel = defaultChannel
		}
		w.begin, w.with = append(w.begin, starts[i]), append(w.with, s)
	}
	return w
}

// walk takes one way at random until it ends, or most things have happened on it.
func (w *walker) walk(random *rand.Rand, most int, watch func(x *sim.Execution, p *sim.Program, at *flow.Widget)) *sim.Execution {
	if len(w.begin) == 0 {
		return nil
	}
	i := random.IntN(len(w.begin))
	start := startOf(w.begin[i], w.with[i], nil)
	start.Watch = watch
	x := sim.Begin(w.program, start)
	for range most {
		if x.At() == nil {
			break
		}
		choices := w.choices(x.At())
		if len(choices) == 0 || x.Leave(choices[random.IntN(len(choices))]) != nil {
			break
		}
	}
	return x
}

// A trace is an execution and the places at which it may be on a path.
type trace struct {
	x      *sim.Execution
	places []place
}

// A place is how far along a path an execution has come. It is away when it has left the
// path to go round a loop, and is to come back to where it left.
type place struct {
	at   int
	away bool
}

// follows returns executions that take a path from the trigger to its last widget; nil when
// none was found. A path leaves out how often an execution goes round the loops on its way:
// with rounds, one may do so.
func (w *walker) follows(path []finding.Step, rounds bool) (there []*sim.Execution) {
	const most, longest = 400, 80 // executions at a time; and how often they wait
	var front, next []trace
	seen := map[string]bool{}
	come := func(x *sim.Execution) {
		places := w.places(x, path, rounds)
		switch key := w.key(x) + fmt.Sprint(places); {
		case len(places) == 0 || seen[key]:
		case slices.Contains(places, place{at: len(path) - 1}):
			there = append(there, x)
		case x.At() != nil:
			seen[key] = true
			next = append(next, trace{x, places})
		}
	}
	for i, s := range w.begin {
		if s.Event == path[0].Event {
			come(sim.Begin(w.program, startOf(s, w.with[i], nil)))
		}
	}
	for n := 0; len(next) > 0 && len(there) == 0 && n < longest; n++ {
		slices.SortStableFunc(next, func(a, b trace) int { return furthest(b.places) - furthest(a.places) })
		front, next = next[:min(len(next), most)], nil
		for _, t := range front {
			for _, reaction := range w.choices(t.x.At()) {
				if c := t.x.Clone(); c.Leave(reaction) == nil {
					come(c)
				}
			}
		}
	}
	return there
}

func furthest(places []place) int {
	at := -1
	for _, p := range places {
		at = max(at, p.at)
	}
	return at
}

// places returns where on a path an execution may be; nowhere when it has left it.
func (w *walker) places(x *sim.Execution, path []finding.Step, rounds bool) []place {
	visits := x.Visits()
	if visits[0].Name != path[0].Widget {
		return nil
	}
	at := []place{{}}
	for i, v := range visits[1:] {
		event, there := visits[i].Event, map[place]bool{}
		for _, p := range at {
			switch {
			case p.at == len(path)-1 && !p.away:
				there[p] = true // it has been there
			case !p.away && event == path[p.at].Event && v.Name == path[p.at+1].Widget:
				there[place{at: p.at + 1}] = true
			}
			if back := w.program.Flow.Widget(path[p.at].Widget); rounds && p.at > 0 && w.program.Flow.CanPrecede(v.Widget, back) {
				there[place{p.at, v.Widget != back}] = true
			}
		}
		at = slices.SortedFunc(maps.Keys(there), func(a, b place) int { return a.at - b.at })
	}
	return at
}

// around goes round a circle of events as often as it goes, and returns how that ended; nil
// when the execution waits for something else.
func (w *walker) around(x *sim.Execution, circle []finding.Step) *sim.End {
	for range 1100 {
		v := x.At()
		if v == nil {
			return x.End()
		}
		i := slices.IndexFunc(circle, func(s finding.Step) bool { return s.Widget == v.Name })
		if i < 0 {
			return nil
		}
		left := false
		for _, reaction := range w.choices(v) {
			if event, err := x.EventOf(reaction); err != nil || event != circle[i].Event {
				continue
			}
			c := x.Clone()
			if c.Leave(reaction) != nil {
				continue
			}
			if left = stays(c, circle); left {
				x = c
				break
			}
		}
		if !left {
			return nil
		}
	}
	return nil
}

// stays reports whether an execution is still in a circle, or at one of Studio's limits.
func stays(x *sim.Execution, circle []finding.Step) bool {
	if end := x.End(); end != nil {
		return end.Kind == sim.Limit
	}
	return slices.ContainsFunc(circle, func(s finding.Step) bool { return s.Widget == x.At().Name })
}
