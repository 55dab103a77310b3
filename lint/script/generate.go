package script

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/sim"
	"studiolint/lint/words"
)

// maxVisited is how many points of executions a search looks at, and maxWaiting how many it
// remembers.
const (
	maxVisited = 6000
	maxWaiting = 60_000
)

// A way is a point of an execution that a search has come to.
type way struct {
	x        *sim.Execution
	start    Start
	settings Settings
	order    int // of two that are as short, the earlier one comes first
}

// ways is a heap: the shortest first.
type ways []*way

func (w ways) Len() int { return len(w) }
func (w ways) Less(i, j int) bool {
	a, b := len(w[i].x.Visits()), len(w[j].x.Visits())
	return cmp.Or(a-b, w[i].order-w[j].order) < 0
}
func (w ways) Swap(i, j int) { w[i], w[j] = w[j], w[i] }
func (w *ways) Push(v any)   { *w = append(*w, v.(*way)) }
func (w *ways) Pop() any {
	old := *w
	last := old[len(old)-1]
	*w = old[:len(old)-1]
	return last
}

// A search looks for the shortest ways that take the transitions of a flow.
type search struct {
	*cells
	program  *sim.Program
	subflow  func(*flow.Widget) *sim.Program
	want     map[*flow.Transition]bool
	found    map[*flow.Transition]*way
	missing  int // transitions that are still looked for
	unclear  map[*flow.Widget]string
	queue    ways
	seen     map[string]bool
	relevant [][]string // paths that decide how an execution goes on
	at       map[*flow.Widget][]int
	visited  int
	pushed   int
}

// explore looks for ways until every transition that wanted names is taken, or the limit is
// reached.
func explore(p *sim.Program, subflow func(*flow.Widget) *sim.Program, wanted []*flow.Transition) *search {
	s := &search{cells: cellsOf(p), program: p, subflow: subflow, want: map[*flow.Transition]bool{}, found: map[*flow.Transition]*way{}, missing: len(wanted),
		unclear: map[*flow.Widget]string{}, seen: map[string]bool{}, at: map[*flow.Widget][]int{}}
	for _, t := range wanted {
		s.want[t] = true
	}
	s.decide()
	starts, settings := s.starts(p.Flow)
	for i, start := range starts {
		w := &way{start: start, settings: settings[i]}
		w.settings.Contact = cmp.Or(w.settings.Contact, defaultContact)
		w.settings.Channel = cmp.Or(w.settings.Channel, defaultChannel)
		w.x = sim.Begin(p, startOf(w.start, w.settings, subflow))
		s.push(w)
	}
	for s.missing > 0 && s.queue.Len() > 0 && s.visited < maxVisited {
		w := heap.Pop(&s.queue).(*way)
		if w.x.At() == nil {
			continue
		}
		s.visited++
		for _, reaction := range s.choices(w.x.At()) {
			next := &way{x: w.x.Clone(), start: w.start, settings: w.settings}
			if next.x.Leave(reaction) == nil {
				s.push(next)
			}
		}
	}
	return s
}

// push notes a point of an execution, unless a shorter way has come to the same.
func (s *search) push(w *way) {
	if s.pushed >= maxWaiting || len(w.x.Visits()) == 0 {
		return
	}
	s.take(w)
	key := s.key(w.x)
	if s.seen[key] {
		return
	}
	s.seen[key] = true
	s.pushed++
	w.order = s.pushed
	heap.Push(&s.queue, w)
}

// take notes which transitions a way takes that none has taken. One of which nobody knows
// how it goes on afterwards will not do for a test.
func (s *search) take(w *way) {
	if end := w.x.End(); end != nil && end.Kind == sim.Undetermined {
		if end.Visit != nil && s.unclear[end.Visit.Widget] == "" {
			s.unclear[end.Visit.Widget] = end.Reason
		}
		return
	}
	for _, v := range w.x.Visits() {
		if v.Program != s.program || v.Taken == nil {
			continue
		}
		if _, done := s.found[v.Taken]; done {
			continue
		}
		whole := s.complete(w)
		if whole == nil {
			continue
		}
		s.found[v.Taken] = whole
		if s.want[v.Taken] {
			s.missing--
		}
	}
}

// maxTries is how many points of executions are looked at to bring one to a rest.
const maxTries = 60

// complete goes on with a way until it ends, or waits for somebody; nil when nobody knows
// how it goes on.
func (s *search) complete(w *way) *way {
	queue := []*way{w}
	for tries := 0; len(queue) > 0 && tries < maxTries; tries++ {
		at := queue[0]
		queue = queue[1:]
		v := at.x.At()
		switch {
		case v == nil && at.x.End().Kind == sim.Undetermined:
			continue
		case v == nil || effects.Usual(v.Widget) == nil:
			return at
		}
		usual, others := s.choices(v), 0
		slices.SortStableFunc(usual, func(a, b sim.Reaction) int { return unusual(at.x, a) - unusual(at.x, b) })
		for _, reaction := range usual {
			next := &way{x: at.x.Clone(), start: w.start, settings: w.settings}
			if next.x.Leave(reaction) == nil {
				queue = append(queue, next)
				if others++; others == 6 {
					break
				}
			}
		}
	}
	return nil
}

// unusual is 0 for what happens when all goes well, else 1.
func unusual(x *sim.Execution, r sim.Reaction) int {
	event, err := x.EventOf(r)
	if usual := effects.Usual(x.At().Widget); err == nil && usual != nil && event == usual.Name {
		return 0
	}
	return 1
}

// decide gathers the paths that the splits read, and what their variables are made of.
func (s *search) decide() {
	f := s.program.Flow
	index := map[string]int{}
	for _, w := range f.Widgets {
		if !w.Facts.Split {
			continue
		}
		var all []int
		queue := slices.Clone(f.TemplatesOf(w))
		seen := map[*flow.Template]bool{}
		for ; len(queue) > 0; queue = queue[1:] {
			t := queue[0]
			if t == nil || seen[t] {
				continue
			}
			seen[t] = true
			for _, r := range t.Refs() {
				path := fixed(r)
				if len(path) == 0 {
					continue
				}
				key := strings.Join(path, "\x00")
				i, known := index[key]
				if !known {
					i = len(s.relevant)
					index[key] = i
					s.relevant = append(s.relevant, path)
				}
				all = append(all, i)
				for _, item := range s.writes(r) {
					queue = append(queue, f.TemplateAt(item.Value))
				}
			}
		}
		s.at[w] = all
	}
}

// key tells apart points of executions that may go on differently: by the widget, by which
// transition the last one was left if it is an end, and by what later splits read.
func (s *search) key(x *sim.Execution) string {
	var b strings.Builder
	visits := x.Visits()
	last := visits[len(visits)-1]
	fmt.Fprintf(&b, "%s\x01%d\x01%s\x01", last.Name, last.Widget.Index, last.Event)
	if end := x.End(); end != nil {
		fmt.Fprintf(&b, "%s\x01", end.Kind)
		for _, v := range visits[max(0, len(visits)-12):] {
			if v.Taken != nil {
				fmt.Fprintf(&b, "%d.%d ", v.Widget.Index, v.Taken.Index)
			}
		}
		return b.String()
	}
	f := s.program.Flow
	done := map[int]bool{}
	for _, w := range f.Widgets {
		if len(s.at[w]) == 0 || last.Program == s.program && last.Widget != w && !f.CanPrecede(last.Widget, w) {
			continue
		}
		for _, i := range s.at[w] {
			if done[i] {
				continue
			}
			done[i] = true
			v := x.Value(s.relevant[i])
			text, ok := v.Plain()
			if !ok {
				text = "\x02" + v.Unknown()
			}
			fmt.Fprintf(&b, "%d=%s\x01", i, text)
		}
	}
	return b.String()
}

// startOf returns what an execution begins with.
func startOf(s Start, common Settings, subflow func(*flow.Widget) *sim.Program) sim.Start {
	start := sim.Start{
		Event: s.Event, Contact: common.Contact, Channel: common.Channel, Body: s.Body, Media: s.Media, Data: s.Data,
		Now: sim.ClockOf(common.clock()), Variables: map[string]eval.Value{}, Subflow: subflow,
	}
	if s.Parameters.Exists() {
		start.Data = s.Parameters
	}
	for key, v := range common.Variables {
		start.Variables[key] = eval.Text(v)
	}
	return start
}

// A Generated is what came of writing tests for a flow.
type Generated struct {
	Text    []byte // of the test file
	Tests   int
	Taken   Count    // the transitions that count, with those that the tests take
	Without []string // for each that no test takes, why
}

// generate writes a test for each transition of a flow that none of some tests takes, by
// the shortest way that was found; the flow's path from the test file is given. The same
// flow gives the same text.
func generate(p *sim.Program, subflow func(*flow.Widget) *sim.Program, taken map[*flow.Transition]bool, from string) *Generated {
	g := &Generated{}
	c := &Coverage{program: p, hits: map[*flow.Transition]int{}, visits: map[*flow.Widget]int{}}
	c.count()
	var wanted []*flow.Transition
	for t := range p.Flow.Transitions() {
		if p.Flow.Reachable(t.From) && counts(t) {
			g.Taken.Total++
			if taken[t] {
				g.Taken.Taken++
				continue
			}
			wanted = append(wanted, t)
		}
	}
	s := explore(p, subflow, wanted)
	chosen := s.choose(wanted)
	text := &writer{}
	text.head(from, p)
	covered := map[*flow.Transition]bool{}
	for _, one := range chosen {
		for _, v := range one.way.x.Visits() {
			covered[v.Taken] = true
		}
		text.test(one.name, one.way)
		g.Tests++
	}
	if g.Tests == 0 {
		text.b.WriteString(" []\n")
	}
	for _, t := range wanted {
		if covered[t] {
			g.Taken.Taken++
			continue
		}
		g.Without = append(g.Without, fmt.Sprintf("%s:%d: %s on %s: %s", p.Name, lineAt(t), words.Quote(t.From.Name), t.Event, s.why(t)))
	}
	g.Text = text.b.Bytes()
	return g
}

// A chosen way becomes a test.
type chosen struct {
	*way
	name string
}

// choose picks the ways that become tests: from the longest on, those that take a
// transition that no other one has taken; then in the order of the document.
func (s *search) choose(wanted []*flow.Transition) []chosen {
	order := slices.Clone(wanted)
	length := func(t *flow.Transition) int {
		if w := s.found[t]; w != nil {
			return len(w.x.Visits())
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b *flow.Transition) int { return length(b) - length(a) })
	covered := map[*flow.Transition]bool{}
	pick := map[*flow.Transition]bool{}
	for _, t := range order {
		w := s.found[t]
		if w == nil || covered[t] {
			continue
		}
		pick[t] = true
		for _, v := range w.x.Visits() {
			covered[v.Taken] = true
		}
	}
	var list []chosen
	names := map[string]int{}
	for _, t := range wanted {
		if !pick[t] {
			continue
		}
		name := t.From.Name + " on " + t.Event
		if n := branchOf(t); n > 0 {
			name = fmt.Sprintf("%s, branch %d", name, n)
		}
		names[name]++
		if n := names[name]; n > 1 {
			name = fmt.Sprintf("%s (%d)", name, n)
		}
		list = append(list, chosen{s.found[t], name})
	}
	return list
}

// why says why no way was found that takes a transition.
func (s *search) why(t *flow.Transition) string {
	came := false
	for _, other := range t.From.Transitions {
		came = came || s.found[other] != nil
	}
	for _, in := range t.From.In {
		came = came || s.found[in] != nil
	}
	reason := s.unclear[t.From]
	if t.To != nil && s.unclear[t.To] != "" && reason == "" {
		reason = words.Quote(t.To.Name) + ": " + s.unclear[t.To]
	}
	switch {
	case reason != "":
		return reason
	case s.visited >= maxVisited || s.pushed >= maxWaiting:
		return "none of the ways that were tried takes it; the flow has too many to try them all"
	case !came:
		return "no way was found to the widget"
	}
	return "no answer was found for which it is taken"
}
