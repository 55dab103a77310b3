package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A round is a loop through which an execution can go again and again although
// nobody does anything. The rules endless-loop and stuck-counter share them, so
// that one loop gives one finding.
type round struct {
	loop *flow.Loop
	kind roundKind

	// split and ref are, of a stuck loop, the exit that does not open and what
	// it tests; of a polling one, the exit and what it waits for.
	split *flow.Widget
	ref   flow.Ref
}

type roundKind uint8

const (
	endless roundKind = iota // nothing in it can end it but a failure or its absence
	stuck                    // its exit tests what nothing in the loop changes
	silent                   // it goes round while a caller says nothing
	polling                  // its exit tests what a widget of the loop fetches again
)

// rounds returns the loops of the flow that can be reached, in which something
// is wrong or worth knowing. Loops of a single widget are left to repeat-limit
// and retry-on-self.
func rounds(p *lint.Pass) []round {
	var (
		all  []round
		seen = map[*flow.Widget]bool{}
	)
	take := func(found []round) {
		for _, r := range found {
			if !slices.ContainsFunc(r.loop.Widgets, func(w *flow.Widget) bool { return seen[w] }) {
				all = append(all, r)
			}
		}
		for _, r := range found {
			for _, w := range r.loop.Widgets {
				seen[w] = true
			}
		}
	}
	// First the loops whose exit never opens, whatever anybody does; then those
	// that nobody stops; then those that a caller keeps up by silence, and could
	// stop by hanging up.
	take(shutRounds(p))
	take(classify(p, unattended))
	take(classify(p, unattendedOrSilent))
	return all
}

// unattended reports whether an execution can take a transition although nobody
// does anything. A transition from a widget to itself is another matter, and
// what is not known counts as somebody's doing.
func unattended(t *flow.Transition) bool {
	return unattendedOrSilent(t) && !isSilence(t)
}

func unattendedOrSilent(t *flow.Transition) bool {
	e := t.Facts
	return e.Known() && !e.Person && e.Kind != schemas.KindStart && t.To != t.From && !t.Dangling()
}

// isSilence reports whether a transition is taken because a caller says nothing:
// a timeout of a widget that needs a live call and listens. Hanging up ends it.
func isSilence(t *flow.Transition) bool {
	facts := t.From.Facts
	return t.Facts.Kind == schemas.KindTimeout && facts.Interactive && t.From.Needs() == schemas.NeedsCall
}

// classify looks at the loops over some transitions. A split that has an exit
// and tests something that the loop changes is a brake: loops over it are taken
// to end. What remains without the brakes goes round for ever.
func classify(p *lint.Pass, keep func(*flow.Transition) bool) []round {
	var all, polls []round
	brakes := make([]bool, len(p.Flow.Widgets))
	for _, loop := range p.Flow.LoopsWhere(keep) {
		if !p.Flow.Reachable(loop.Widgets[0]) {
			continue
		}
		counted, poll := false, round{loop: loop, kind: polling}
		in := writtenIn(p, loop)
		for _, split := range exitSplits(loop) {
			asks := false
			if reads.ComparesUnknown(split) {
				brakes[split.Index], counted = true, true
			}
			for _, ref := range reads.Compared(p.Flow, split) {
				switch changes(p.Flow, loop, ref, in) {
				case counts:
					brakes[split.Index], counted = true, true
				case fetches:
					brakes[split.Index] = true
					if poll.split == nil {
						poll.split, poll.ref = split, ref
					}
				case waits:
					asks = true
				}
			}
			if asks && !staysWhenBlank(p.Flow, loop, split) {
				brakes[split.Index], counted = true, true
			}
		}
		if !counted && poll.split != nil {
			polls = append(polls, poll)
		}
	}
	goingOn := make([]bool, len(p.Flow.Widgets))
	for _, loop := range p.Flow.LoopsWhere(func(t *flow.Transition) bool { return keep(t) && !brakes[t.From.Index] }) {
		if !p.Flow.Reachable(loop.Widgets[0]) {
			continue
		}
		r := round{loop: loop, kind: endless}
		if slices.ContainsFunc(loop.Inside, isSilence) {
			r.kind = silent
		}
		for _, split := range exitSplits(loop) {
			for _, ref := range reads.Compared(p.Flow, split) {
				// A caller who is silent can also be sent round by a split on, say, the
				// language; that is no counter.
				key, ok := reads.VariableOf(p.Flow, ref)
				if ok && key != "" && r.kind != stuck && (r.kind == endless || comparesNumbers(split)) {
					r.kind, r.split, r.ref = stuck, split, ref
				}
			}
		}
		for _, w := range loop.Widgets {
			goingOn[w.Index] = true
		}
		all = append(all, r)
	}
	for _, r := range polls {
		if !slices.ContainsFunc(r.loop.Widgets, func(w *flow.Widget) bool { return goingOn[w.Index] }) {
			all = append(all, r)
		}
	}
	return all
}

// exitSplits returns the splits by which the loop can be left.
func exitSplits(loop *flow.Loop) []*flow.Widget {
	var splits []*flow.Widget
	for _, t := range loop.Leaving { // those of a widget stand side by side
		if n := len(splits); t.From.Facts.Split && (n == 0 || splits[n-1] != t.From) {
			splits = append(splits, t.From)
		}
	}
	return splits
}

// comparesNumbers reports whether a split looks like the test of a counter: some
// condition compares with a number.
func comparesNumbers(w *flow.Widget) bool {
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			if split.IsNumber(strings.TrimSpace(c.Value.Text())) {
				return true
			}
		}
	}
	return false
}

type change uint8

const (
	stays   change = iota // the loop does not change it
	counts                // set-variables in the loop writes it
	fetches               // a widget of the loop stores it anew in each round
	waits                 // a person has to answer a widget of the loop
)

// changes tells what a loop, which writes these variables, does to what a
// reference reads.
func changes(f *flow.Flow, loop *flow.Loop, ref flow.Ref, in written) change {
	if key, ok := reads.VariableOf(f, ref); ok {
		if key == "" || in.any || in.keys[key] {
			return counts // without a key, which one is only known at run time
		}
		return stays
	}
	name, _, ok := ref.Output()
	switch {
	case !ok:
		return stays
	case name == "":
		return counts
	}
	switch w := f.Widget(name); {
	case w == nil || !loop.Has(w):
		return stays
	case reads.IsAnswer(f, ref):
		return waits
	}
	return fetches
}

// staysWhenBlank reports whether a split of the loop certainly leads on in it as
// long as nobody answers the widgets of the loop.
func staysWhenBlank(f *flow.Flow, loop *flow.Loop, at *flow.Widget) bool {
	blank := func(r flow.Ref) bool {
		w := f.Widget(r.Name(1))
		return w != nil && loop.Has(w) && reads.IsAnswer(f, r)
	}
	way := at.OnKind(schemas.KindNoMatch)
	for _, t := range at.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		if holds := reads.HoldsIfBlank(f, t, blank); holds == split.Yes {
			way = t
			break
		} else if holds == split.Unsure {
			return false
		}
	}
	return way != nil && way.Meant != nil && loop.Has(way.Meant)
}

// written are the variables that a loop writes.
type written struct {
	keys map[string]bool
	any  bool // it may write others, too
}

func writtenIn(p *lint.Pass, loop *flow.Loop) written {
	in := written{keys: map[string]bool{}}
	for _, w := range loop.Widgets {
		sets := reads.Sets.Of(p)[w.Index]
		for _, key := range sets.Keys {
			in.keys[key] = true
		}
		in.any = in.any || !sets.All
	}
	return in
}

// witnessOf returns a path into the loop and once around it, and the part that
// goes around.
func witnessOf(p *lint.Pass, loop *flow.Loop, via *flow.Transition) (path, around []*flow.Transition) {
	inside := make(map[*flow.Transition]bool, len(loop.Inside))
	for _, t := range loop.Inside {
		inside[t] = true
	}
	pass := func(t *flow.Transition) bool { return inside[t] }
	path, _ = p.Flow.PathTo(loop.Widgets[0])
	head := loop.Widgets[0]
	for i, t := range path {
		if loop.Has(t.From) {
			head, path = t.From, path[:i]
			break
		}
	}
	if via == nil {
		around, _ = p.Flow.PathBetween(head, head, pass)
		return slices.Concat(path, around), around
	}
	// Around by way of one transition.
	if via.From != head {
		around, _ = p.Flow.PathBetween(head, via.From, pass)
	}
	around = append(slices.Clone(around), via)
	if via.Meant != head {
		back, _ := p.Flow.PathBetween(via.Meant, head, pass)
		around = append(around, back...)
	}
	return slices.Concat(path, around), around
}

// through returns a transition of the loop that leaves one of its widgets.
func through(loop *flow.Loop, w *flow.Widget) *flow.Transition {
	for _, t := range loop.Inside {
		if t.From == w {
			return t
		}
	}
	return nil
}

// exits names how a loop is left by something that works: "b" on "success".
func exits(loop *flow.Loop) string {
	var ways []string
	for _, t := range loop.Leaving {
		if e := t.Facts; !e.Known() || e.Person || e.Kind == schemas.KindFailure || t.Meant == t.From {
			continue
		}
		way := t.From.Label() + " on " + words.Quote(t.Event)
		if !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	if len(ways) > 3 {
		ways = append(ways[:2], words.Plural(len(ways)-2, "other way"))
	}
	return strings.Join(ways, " or ")
}
