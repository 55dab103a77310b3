package flow

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"studiolint/schemas"
)

// randomFlow is a small flow of any shape: circles, widgets that lead to
// themselves or nowhere, the same target twice, circles through the trigger.
// Its voicemails, outgoing calls and conversations matter to PrecedesVia and
// LiveAt.
func randomFlow(r *rand.Rand) string {
	n := 1 + r.IntN(7)
	if r.IntN(50) == 0 {
		n = 30
	}
	types := map[string][]string{
		"say-play":              {"audioComplete"},
		"record-voicemail":      {"recordingComplete", "noAudio", "hangup"},
		"make-outgoing-call-v2": {"answered", "failed"},
		"start-conversation":    {"created", "failed"},
		"split-based-on":        {"match", "match", "noMatch"},
	}
	kinds := slices.Sorted(func(yield func(string) bool) {
		for k := range types {
			if !yield(k) {
				return
			}
		}
	})
	next := func() string {
		switch i := r.IntN(n + 3); {
		case i < n:
			return fmt.Sprintf("w%d", i)
		case i == n:
			return "missing"
		case i == n+1 && r.IntN(3) == 0:
			return "Trigger"
		}
		return ""
	}
	var b strings.Builder
	if r.IntN(6) == 0 {
		fmt.Fprintf(&b, "initial w%d\n", r.IntN(n))
	}
	b.WriteString("Trigger trigger")
	for _, event := range []string{"incomingMessage", "incomingCall", "incomingRequest"} {
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, " %s>%s", event, next())
		}
	}
	for i := range n {
		kind := kinds[r.IntN(len(kinds))]
		fmt.Fprintf(&b, "\nw%d %s", i, kind)
		for _, event := range types[kind] {
			if r.IntN(4) > 0 {
				fmt.Fprintf(&b, " %s>%s", event, next())
			}
		}
	}
	return b.String()
}

// brute answers questions about one entry by walking without any cleverness.
type brute struct {
	f *Flow
	e *Entry
}

// out lists the transitions an execution can take from a widget: the trigger is
// left by the event of the entry only.
func (b brute) out(w *Widget) []*Transition {
	if w == b.e.Start && b.e.Transitions != nil {
		return b.e.Transitions
	}
	return w.Transitions
}

// reach returns the distance to each widget over transitions that pass, -1 when
// there is no way. With around, w itself counts only when a way comes back.
func (b brute) reach(w *Widget, around bool, pass func(*Transition) bool) []int {
	distance := make([]int, len(b.f.Widgets))
	for i := range distance {
		distance[i] = -1
	}
	if !around {
		distance[w.Index] = 0
	}
	for changed, first := true, true; changed; first = false {
		changed = false
		for _, from := range b.f.Widgets {
			d := distance[from.Index]
			if first && from == w {
				d = 0
			}
			if d < 0 {
				continue
			}
			for _, t := range b.out(from) {
				if t.Meant != nil && pass(t) && (distance[t.Meant.Index] < 0 || distance[t.Meant.Index] > d+1) {
					distance[t.Meant.Index] = d + 1
					changed = true
				}
			}
		}
	}
	return distance
}

func every(*Transition) bool { return true }

func TestAgainstBruteForce(t *testing.T) {
	rounds := 4000
	if testing.Short() {
		rounds = 500
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		text := randomFlow(r)
		f := build(t, text)
		fail := func(format string, args ...any) {
			t.Helper()
			t.Fatalf("%s\nin\n%s", fmt.Sprintf(format, args...), text)
		}
		for _, e := range f.Entries() {
			compareEntry(f, e, r, fail)
		}
		compareLoops(f, fail)
		compareLeftOver(f, fail)
	}
}

func compareEntry(f *Flow, e *Entry, r *rand.Rand, fail func(string, ...any)) {
	b := brute{f, e}
	reached := b.reach(e.Start, false, every)
	hidden := make(map[*Transition]bool)
	for tr := range f.Transitions() {
		hidden[tr] = r.IntN(4) == 0
	}
	shown := func(t *Transition) bool { return !hidden[t] }
	where := b.reach(e.Start, false, shown)
	for _, a := range f.Widgets {
		if got := e.Reaches(a); got != (reached[a.Index] >= 0) {
			fail("%s: ReachableOn(%s) is %v", e.Event, a.Name, got)
		}
		comparePath(f, e, a, reached[a.Index], every, fail)(e.PathTo(a))
		comparePath(f, e, a, where[a.Index], shown, fail)(e.PathWhere(a, shown))

		without := b.reach(e.Start, false, func(t *Transition) bool { return t.From != a })
		blank := func(event string) bool {
			facts := schemas.Lookup(a.Type)
			return facts != nil && slices.Contains(facts.Outputs.BlankOn, event)
		}
		after := b.reach(a, true, every)
		for _, c := range f.Widgets {
			r := reached[c.Index] >= 0
			if got, want := e.HasRun(a, c), r && a != c && without[c.Index] < 0; got != want {
				fail("%s: HasRun(%s, %s) is %v", e.Event, a.Name, c.Name, got)
			}
			if got, want := e.canPrecede(a, nil, c), reached[a.Index] >= 0 && after[c.Index] >= 0; got != want {
				fail("%s: CanPrecede(%s, %s) is %v", e.Event, a.Name, c.Name, got)
			}
			via := false
			for _, t := range b.out(a) {
				if t.Meant != nil && !blank(t.Event) && reached[a.Index] >= 0 {
					via = via || b.reach(t.Meant, false, every)[c.Index] >= 0
				}
			}
			if got := e.canPrecede(a, func(event string) bool { return !blank(event) }, c); got != via {
				fail("%s: PrecedesVia(%s, %s) is %v", e.Event, a.Name, c.Name, got)
			}
		}
	}
	compareChannels(f, e, fail)
}

// comparePath checks that a path is one, is as short as can be and passes.
func comparePath(f *Flow, e *Entry, w *Widget, length int, pass func(*Transition) bool, fail func(string, ...any)) func([]*Transition, bool) {
	return func(path []*Transition, ok bool) {
		if ok != (length >= 0) || ok && len(path) != length {
			fail("%s: the path to %s is %s, want length %d", e.Event, w.Name, way(path, ok), length)
		}
		at := e.Start
		for i, t := range path {
			if t.From != at || t.Meant == nil || !pass(t) || i == 0 && e.Transitions != nil && !slices.Contains(e.Transitions, t) {
				fail("%s: %s is no path", e.Event, way(path, ok))
			}
			at = t.Meant
		}
		if ok && at != w {
			fail("%s: %s does not lead to %s", e.Event, way(path, ok), w.Name)
		}
	}
}

// compareChannels finds what executions have at each widget by going round until
// nothing changes.
func compareChannels(f *Flow, e *Entry, fail func(string, ...any)) {
	b := brute{f, e}
	const sets = 16
	want := make([][sets]bool, len(f.Widgets))
	want[e.Start.Index][e.Channels()] = true
	for changed := true; changed; {
		changed = false
		for _, w := range f.Widgets {
			for live := range Channels(sets) {
				if !want[w.Index][live] {
					continue
				}
				for _, t := range b.out(w) {
					if t.Meant == nil {
						continue
					}
					next := live
					switch t.Event {
					case "answered":
						next |= Call
					case "created":
						next |= Message
					}
					if !want[t.Meant.Index][next] {
						want[t.Meant.Index][next] = true
						changed = true
					}
				}
			}
		}
	}
	for _, w := range f.Widgets {
		var got [sets]bool
		for _, live := range e.ChannelsAt(w) {
			if !e.Reaches(w) && f.Reachable(w) {
				break // behind a way that is lost
			}
			if got[live] {
				fail("%s: %s is reached with %s twice", e.Event, w.Name, channelsText(live))
			}
			got[live] = true
			path, ok := e.PathWith(w, func(l Channels) bool { return l == live })
			if !ok {
				fail("%s: no path comes to %s with %s", e.Event, w.Name, channelsText(live))
			}
			comparePath(f, e, w, len(path), every, fail)(path, ok)
		}
		if got != want[w.Index] {
			fail("%s: %s is reached with %v, want %v", e.Event, w.Name, got, want[w.Index])
		}
	}
}

func compareLoops(f *Flow, fail func(string, ...any)) {
	whole := brute{f, &Entry{}}
	for _, a := range f.Widgets {
		after := whole.reach(a, true, every)
		for _, c := range f.Widgets {
			together := after[c.Index] >= 0 && whole.reach(c, true, every)[a.Index] >= 0
			la, lc := f.LoopOf(a), f.LoopOf(c)
			if got := la != nil && la == lc; got != together {
				fail("%s and %s in one loop: %v", a.Name, c.Name, got)
			}
		}
	}
	for _, l := range f.Loops() {
		inside := 0
		for _, w := range l.Widgets {
			for _, t := range w.Transitions {
				if slices.Contains(l.Inside, t) == slices.Contains(l.Leaving, t) {
					fail("%s -%s> is neither inside nor leaving, or both", w.Name, t.Event)
				}
				inside++
			}
		}
		if inside != len(l.Inside)+len(l.Leaving) {
			fail("the loop of %s has other transitions than its widgets", l.Widgets[0].Name)
		}
	}
}

// compareLeftOver checks the clusters: they hold what is not reachable, each
// what hangs together, and from the entrances one comes everywhere.
func compareLeftOver(f *Flow, fail func(string, ...any)) {
	in := make(map[*Widget]int)
	for i, c := range f.UnreachableClusters() {
		for _, w := range c.Widgets {
			in[w] = i + 1
		}
		found := make(map[*Widget]bool)
		for _, w := range c.Entrances {
			reach := (brute{f, &Entry{}}).reach(w, false, every)
			for _, m := range c.Widgets {
				if reach[m.Index] >= 0 {
					found[m] = true
				}
			}
			for _, other := range c.Entrances {
				if other != w && reach[other.Index] >= 0 {
					fail("%s and %s are both entrances, but one leads to the other", w.Name, other.Name)
				}
			}
		}
		if len(found) != len(c.Widgets) {
			fail("the entrances %s do not lead to all of %s", names(c.Entrances), names(c.Widgets))
		}
	}
	for _, w := range f.Widgets {
		if f.comes(w) == (in[w] > 0) || in[w] == 0 && !f.Reachable(w) {
			fail("%s is reached: %v, left over: %v", w.Name, f.comes(w), in[w] > 0)
		}
		for _, t := range w.Transitions {
			if t.Meant != nil && in[w] > 0 && in[t.Meant] > 0 && in[w] != in[t.Meant] {
				fail("%s and %s hang together", w.Name, t.Meant.Name)
			}
		}
	}
}
