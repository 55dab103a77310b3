package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportRound reports a call that is made again when nobody took it nor those after it, round and round, with no
// other way out than that somebody answers: once.
func reportRound(p *lint.Pass) {
	for w, t := range calls(p) {
		round := callRound{Pass: p, first: w, last: w}
		if !round.closes(t) {
			continue
		}
		after := ""
		if round.last != w {
			after = " after " + round.last.Label()
		}
		p.Reportf(t, "when nobody answers, %s is called again%s, until Studio ends the execution (81001); take a message in the end",
			w.Label(), after).Relate(round.last, "the last call of a round").Identify(w.Label())
		return
	}
}

// A callRound is a walk from a call along what comes when nobody answers.
type callRound struct {
	*lint.Pass
	first, last *flow.Widget // the call, and the one that was made last
	steps       int
}

// closes reports whether a transition leads back to the first call on each way that is taken when nobody answers,
// over words and further calls alone.
func (c *callRound) closes(t *flow.Transition) bool {
	const far = 60
	if c.steps++; t == nil || t.Meant == nil || c.steps > far || t.Meant.Incomplete {
		return false
	}
	w := t.Meant
	switch {
	case w == c.first:
		return true
	case w.Facts.Transfer != nil:
		c.last = w
		return c.closes(w.On(w.Facts.Transfer.Event))
	case effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall && !liquid.HasOutputs(effects.Prompt(w).Text()):
		return c.closes(w.Onward())
	case effects.SetsFixed(c.Flow, w):
		return c.closes(w.Onward())
	}
	return w.Facts.Split && c.testsCalls(w) && c.allClose(w)
}

// testsCalls reports whether a split tests nothing but how calls went.
func (c *callRound) testsCalls(w *flow.Widget) bool {
	return !reads.ComparesUnknown(w) && !slices.ContainsFunc(reads.Compared(c.Flow, w), func(r flow.Ref) bool {
		call := reads.Widget(c.Flow, r)
		return call == nil || call.Facts.Transfer == nil || r.Name(2) != call.Facts.Transfer.Result
	})
}

// allClose reports whether all ways out of a split but that of an answered call lead round.
func (c *callRound) allClose(w *flow.Widget) bool {
	around := false
	for _, out := range w.Transitions {
		if takesAnswered(c.Pass, out) {
			continue
		}
		if around = c.closes(out); !around {
			return false
		}
	}
	return around
}

// takesAnswered reports whether a branch is for a call that was answered.
func takesAnswered(p *lint.Pass, t *flow.Transition) bool {
	for _, b := range reads.BranchesOf(p, t) {
		if b.Comparison.Holds("completed") == split.Yes || b.Comparison.Holds("answered") == split.Yes {
			return true
		}
	}
	return false
}
