package script

import (
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

// follows returns executions that take a path from the trigger to its last widget; nil when
// none was found.
func (w *walker) follows(path []finding.Step) []*sim.Execution {
	const most = 400 // executions at a time
	var front, there []*sim.Execution
	for i, s := range w.begin {
		if s.Event == path[0].Event {
			front = append(front, sim.Begin(w.program, startOf(s, w.with[i], nil)))
		}
	}
	for len(front) > 0 && len(there) == 0 {
		var next []*sim.Execution
		seen := map[string]bool{}
		for _, x := range front {
			at, fits := along(x, path)
			switch {
			case !fits:
				continue
			case at == len(path):
				there = append(there, x)
				continue
			case x.At() == nil:
				continue
			}
			for _, reaction := range w.choices(x.At()) {
				if event, err := x.EventOf(reaction); err != nil || event != path[at-1].Event {
					continue
				}
				c := x.Clone()
				if c.Leave(reaction) != nil {
					continue
				}
				if key := w.key(c); !seen[key] && len(next) < most {
					seen[key] = true
					next = append(next, c)
				}
			}
		}
		front = next
	}
	return there
}

// along returns how many widgets of a path an execution has come to, and whether it has
// kept to it as far as it went.
func along(x *sim.Execution, path []finding.Step) (at int, fits bool) {
	for i, v := range x.Visits() {
		if i == len(path) {
			return i, true
		}
		if v.Name != path[i].Widget || v.Event != "" && path[i].Event != "" && v.Event != path[i].Event {
			return i, false
		}
	}
	return len(x.Visits()), true
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
