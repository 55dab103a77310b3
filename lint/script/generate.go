package script

import (
	"cmp"
	"container/heap"
	"crypto/sha256"
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

// What a search may cost, in visits of executions that are made or copied: so much for any
// flow and for each of its transitions, and the most.
const (
	leastCost = 250_000
	perWanted = 5000
	mostCost  = 4_000_000
	perPoint  = 32 // what a point costs, however few visits led there
)

// A way is a point of an execution that a search has come to.
type way struct {
	x        *sim.Execution // nil while it waits: it is made again from the point before it
	from     *way
	by       sim.Reaction // how it came from there
	start    Start
	settings Settings
	long     int // how many visits it has
	order    int // of two that are as short, the earlier one comes first
}

// on returns the way that goes on by a reaction; nil when the widget does not know it.
func (w *way) on(r sim.Reaction) *way {
	next := &way{x: w.x.Clone(), from: w, by: r, start: w.start, settings: w.settings}
	if next.x.Leave(r) != nil {
		return nil
	}
	next.long = len(next.x.Visits())
	return next
}

// waits returns the way without its execution, of which many wait and few are ever looked at.
func (w *way) waits() *way {
	if w.from == nil {
		return w
	}
	return &way{from: w.from, by: w.by, start: w.start, settings: w.settings, long: w.long, order: w.order}
}

// again makes the execution of a way that has waited.
func (w *way) again() {
	if w.x == nil {
		w.x = w.from.on(w.by).x
		w.from = nil
	}
}

// ways is a heap: the shortest first.
type ways []*way

func (w ways) Len() int           { return len(w) }
func (w ways) Less(i, j int) bool { return cmp.Or(w[i].long-w[j].long, w[i].order-w[j].order) < 0 }
func (w ways) Swap(i, j int)      { w[i], w[j] = w[j], w[i] }
func (w *ways) Push(v any)        { *w = append(*w, v.(*way)) }
func (w *ways) Pop() any {
	old := *w
	last := old[len(old)-1]
	old[len(old)-1] = nil
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
	seen     map[[sha256.Size]byte]bool // hashes of keys
	relevant [][]string                 // paths that decide how an execution goes on
	at       map[*flow.Widget][]int
	visited  int
	pushed   int
	widest   int            // at how many points of a widget a sweep goes on
	narrowed bool           // it has left out some
	points   map[string]int // at how many it has, by widget
	cost     int            // visits that were made or copied
	most     int            // of them
}

// explore looks for ways until every transition that wanted names is taken, or the limit is
// reached.
func explore(p *sim.Program, subflow func(*flow.Widget) *sim.Program, wanted []*flow.Transition) *search {
	s := &search{cells: cellsOf(p), program: p, subflow: subflow, want: map[*flow.Transition]bool{}, found: map[*flow.Transition]*way{}, missing: len(wanted),
		unclear: map[*flow.Widget]string{}, seen: map[[sha256.Size]byte]bool{}, at: map[*flow.Widget][]int{},
		points: map[string]int{}, most: min(leastCost+perWanted*len(wanted), mostCost)}
	for _, t := range wanted {
		s.want[t] = true
	}
	s.decide()
	for _, s.widest = range widths {
		s.sweep()
		if s.missing == 0 || !s.narrowed || s.cost >= s.most {
			break
		}
	}
	return s
}

// widths are of how many points at each widget a search goes on, one sweep after the other:
// first the shortest way to each, then more and more of those that differ in what later
// splits read. The last sweep leaves out none.
var widths = []int{1, 8, 64, maxWaiting}

// sweep looks for ways from the beginning, the shortest first.
func (s *search) sweep() {
	s.queue, s.visited, s.pushed, s.narrowed = nil, 0, 0, false
	clear(s.seen)
	clear(s.points)
	starts, settings := s.starts(s.program.Flow)
	for i, start := range starts {
		w := &way{start: start, settings: settings[i]}
		w.settings.Contact = cmp.Or(w.settings.Contact, defaultContact)
		w.settings.Channel = cmp.Or(w.settings.Channel, defaultChannel)
		w.x = sim.Begin(s.program, startOf(w.start, w.settings, s.subflow))
		w.long = len(w.x.Visits())
		s.push(w)
	}
	for s.missing > 0 && s.queue.Len() > 0 && !s.exhausted() {
		w := heap.Pop(&s.queue).(*way)
		w.again()
		s.visited++
		for _, reaction := range s.choices(w.x.At()) {
			if s.missing == 0 || s.exhausted() {
				break
			}
			s.cost += perPoint + w.long
			if next := w.on(reaction); next != nil {
				s.push(next)
			}
		}
	}
}

// exhausted reports whether a search has done as much as it may.
func (s *search) exhausted() bool {
	return s.visited >= maxVisited || s.pushed >= maxWaiting || s.cost >= s.most
}

// push notes a point of an execution, unless a shorter way has come to the same.
func (s *search) push(w *way) {
	if w.long == 0 {
		return
	}
	s.take(w)
	if w.x.At() == nil {
		return
	}
	key := sha256.Sum256([]byte(s.key(w.x)))
	if s.seen[key] {
		return
	}
	s.seen[key] = true
	at := w.x.At().Name
	if s.points[at] >= s.widest {
		s.narrowed = true
		return
	}
	s.points[at]++
	s.pushed++
	w.order = s.pushed
	heap.Push(&s.queue, w.waits())
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
	if !s.isNew(w) {
		return
	}
	whole := s.complete(w)
	if whole != nil {
		s.note(w, whole)
	} else if whole = s.runOut(w); whole != nil {
		s.note(whole, whole) // it is long: what it takes on its way needs none of its own
	}
}

// isNew reports whether a way takes a transition that none has taken.
func (s *search) isNew(w *way) bool {
	return slices.ContainsFunc(w.x.Visits(), func(v *sim.Visit) bool {
		return v.Program == s.program && v.Taken != nil && s.found[v.Taken] == nil
	})
}

// note notes what a way takes, and the whole of it.
func (s *search) note(w, whole *way) {
	for _, v := range w.x.Visits() {
		if v.Program != s.program || v.Taken == nil || s.found[v.Taken] != nil {
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
			s.cost += 1 + at.long/8
			if next := at.on(reaction); next != nil {
				queue = append(queue, next)
				if others++; others == 6 {
					break
				}
			}
		}
	}
	return nil
}

// runOut goes on with a way as it usually goes on, and at a widget that it comes to again
// as it has gone on least often, until it ends or waits for somebody; nil when nobody knows
// how it goes on. Where much can happen it comes further than trying everything does.
func (s *search) runOut(w *way) *way {
	x := w.x.Clone()
	taken := map[*flow.Transition]int{}
	for _, v := range x.Visits() {
		taken[v.Taken]++
	}
	for {
		v := x.At()
		switch {
		case v == nil && x.End().Kind == sim.Undetermined:
			return nil
		case v == nil || effects.Usual(v.Widget) == nil:
			return &way{x: x, start: w.start, settings: w.settings, long: len(x.Visits())}
		}
		reactions := s.choices(v)
		often := func(r sim.Reaction) int {
			event, _ := x.EventOf(r)
			return 2*taken[v.Widget.On(event)] + unusual(x, r)
		}
		slices.SortStableFunc(reactions, func(a, b sim.Reaction) int { return often(a) - often(b) })
		at := len(x.Visits()) - 1
		if !slices.ContainsFunc(reactions, func(r sim.Reaction) bool { return x.Leave(r) == nil }) {
			return nil
		}
		for _, v := range x.Visits()[at:] {
			taken[v.Taken]++
			s.cost++
		}
	}
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
	case s.exhausted():
		return "none of the ways that were tried takes it; the flow has too many to try them all"
	case !came:
		return "no way was found to the widget"
	}
	return "no answer was found for which it is taken"
}
