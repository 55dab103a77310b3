// Package loops tells of a flow's loops who ends them: those that go round although
// nobody does anything, those whose exit never opens, and the counters that count in
// vain. What a loop does to what is read in it is a question to lint/values.
package loops

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// A Loop is one through which an execution can go again and again although
// nobody does anything.
type Loop struct {
	*flow.Loop
	Kind Kind

	// Split and Ref are, of a loop whose exit never opens, that exit and what it
	// tests; of a polling one, the exit and what it waits for.
	Split *flow.Widget
	Ref   flow.Ref

	// Elsewhere says that what is asked in the loop is read for something else.
	Elsewhere bool
}

// A Kind says why a loop does not end.
type Kind uint8

// The kinds.
const (
	Unattended     Kind = iota // nothing in it can end it but a failure or its absence
	ExitNeverOpens             // its exit tests what nothing in the loop changes
	Silent                     // it goes round while a caller says nothing
	Polling                    // its exit tests what a widget of the loop fetches again
)

// Found are the loops that can be reached in which something is wrong or worth
// knowing; no widget is in two of them. Loops of a single widget are no matter of
// theirs.
var Found = lint.NewFact(func(d *project.Document) []Loop {
	var (
		all  []Loop
		seen = map[*flow.Widget]bool{}
	)
	take := func(found []Loop) {
		for _, r := range found {
			if !slices.ContainsFunc(r.Widgets, func(w *flow.Widget) bool { return seen[w] }) {
				all = append(all, r)
			}
		}
		for _, r := range found {
			for _, w := range r.Widgets {
				seen[w] = true
			}
		}
	}
	// First the loops whose exit never opens, whatever anybody does; then those
	// that nobody stops; then those that a caller keeps up by silence, and could
	// stop by hanging up.
	take(fixedExits(d))
	take(classify(d, unattended))
	take(classify(d, unattendedOrSilent))
	return all
})

// unattended reports whether an execution can take a transition although nobody
// does anything. A transition from a widget to itself is another matter, and
// what is not known counts as somebody's doing.
func unattended(t *flow.Transition) bool {
	return unattendedOrSilent(t) && !IsSilence(t)
}

func unattendedOrSilent(t *flow.Transition) bool {
	e := t.Facts
	return e.Known() && !e.Person && e.Kind != schemas.KindStart && t.To != t.From && !t.Dangling() && !t.From.Incomplete
}

// IsSilence reports whether a transition is taken because a caller says nothing:
// a timeout of a widget that needs a live call and listens. Hanging up ends it.
func IsSilence(t *flow.Transition) bool {
	facts := t.From.Facts
	return t.Facts.Kind == schemas.KindTimeout && facts.Interactive && t.From.Needs() == schemas.NeedsCall
}

// classify looks at the loops over some transitions. A split that has an exit
// and tests something that the loop changes is a brake: loops over it are taken
// to end. What remains without the brakes goes round for ever.
func classify(d *project.Document, keep func(*flow.Transition) bool) []Loop {
	loops := d.Flow.LoopsWhere(keep)
	if len(loops) == 0 {
		return nil
	}
	brakes, polls := brakesOf(d, loops)
	// A loop inside of one that has a brake may have one of its own.
	for grown, i := slices.Contains(brakes, true), 0; grown; i++ {
		loops = d.Flow.LoopsWhere(func(t *flow.Transition) bool { return keep(t) && !brakes[t.From.Index] })
		if grown = false; i == deepest {
			break
		}
		more, inner := brakesOf(d, loops)
		for i, brake := range more {
			grown = grown || brake && !brakes[i]
			brakes[i] = brakes[i] || brake
		}
		if grown {
			polls = append(polls, inner...)
		}
	}
	var all []Loop
	goingOn := make([]bool, len(d.Flow.Widgets))
	for _, loop := range loops {
		if !d.Flow.Reachable(loop.Widgets[0]) {
			continue
		}
		for _, w := range loop.Widgets {
			goingOn[w.Index] = true
		}
		all = append(all, unbraked(d.Flow, loop))
	}
	for _, r := range polls {
		if !slices.ContainsFunc(r.Widgets, func(w *flow.Widget) bool { return goingOn[w.Index] }) {
			all = append(all, r)
		}
	}
	return all
}

// deepest is how deep loops may stand in each other.
const deepest = 50

// brakesOf returns, by the index of a split, whether it is a brake of one of some loops, and
// those of them that have no other brakes than polls.
func brakesOf(d *project.Document, loops []*flow.Loop) (brakes []bool, polls []Loop) {
	brakes = make([]bool, len(d.Flow.Widgets))
	for _, loop := range loops {
		if !d.Flow.Reachable(loop.Widgets[0]) {
			continue
		}
		counted, poll := false, Loop{Loop: loop, Kind: Polling}
		round := values.Held.Of(d).Round(loop)
		for _, exit := range exitSplits(loop) {
			counts, fetched := brake(d.Flow, round, exit)
			brakes[exit.Index] = brakes[exit.Index] || counts || fetched != nil
			counted = counted || counts
			if fetched != nil && poll.Split == nil {
				poll.Split, poll.Ref = exit, *fetched
			}
		}
		if !counted && poll.Split != nil {
			polls = append(polls, poll)
		}
	}
	return brakes, polls
}

// brake tells why an exit of a loop opens some day: because what it tests is counted
// in the loop, answered in it, or not known; and what it tests that a widget of the
// loop fetches anew.
func brake(f *flow.Flow, round *values.Round, exit *flow.Widget) (counted bool, fetched *flow.Ref) {
	counted = reads.ComparesUnknown(exit)
	asks := false
	for _, ref := range reads.Compared(f, exit) {
		switch round.Of(ref) {
		case values.Sets:
			counted = true
		case values.Stores:
			if fetched == nil {
				fetched = &ref
			}
		case values.Answered:
			asks = true
		}
	}
	return counted || asks && !round.StaysUnanswered(exit), fetched
}

// unbraked tells what is wrong with a loop that has no brakes.
func unbraked(f *flow.Flow, loop *flow.Loop) Loop {
	r := Loop{Loop: loop, Kind: Unattended}
	if slices.ContainsFunc(loop.Inside, IsSilence) {
		r.Kind = Silent
	}
	for _, exit := range exitSplits(loop) {
		for _, ref := range reads.Compared(f, exit) {
			// A caller who is silent can also be sent round by a split on, say, the
			// language; that is no counter.
			key, ok := reads.VariableOf(f, ref)
			if ok && key != "" && (r.Kind == Unattended || comparesNumbers(exit)) {
				r.Kind, r.Split, r.Ref = ExitNeverOpens, exit, ref
				return r
			}
		}
	}
	return r
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
