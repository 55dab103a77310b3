package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkResults reports the calls whose result a split tests, and hangs up for one of those that
// leave the caller waiting: once.
func checkResults(p *lint.Pass) {
	var d *finding.Diagnostic
	for w := range calls(p) {
		if p.Flow.Only(w.Name) != w {
			continue
		}
		end, open, handled := resultsOf(p, w)
		switch {
		case len(open) == 0:
		case d == nil && len(handled) > 0:
			d = p.Reportf(end, "%s leads %s on after %s, but hangs up on %s; lead that on, too",
				end.From.Label(), w.Label(), words.List(handled), words.List(open)).As(finding.Warning)
		case d == nil:
			d = p.Reportf(end, "%s hangs up when nobody takes the call of %s (%s); lead it to an apology",
				end.From.Label(), w.Label(), words.List(open)).As(finding.Note)
		default:
			d.Also(end, "so it is with "+w.Label()+" on "+words.List(open))
		}
	}
}

// endsOn reports whether nothing but words comes after a call that ended with a result.
func endsOn(p *lint.Pass, call *flow.Widget, t *flow.Transition, result string) bool {
	last := onResult(p, call, t, result)
	if last == nil || !last.From.Facts.Split {
		return false
	}
	const far = 4
	for range far {
		switch {
		case last == nil:
			return false
		case last.Meant == nil:
			return last.Ends()
		case effects.ActOf(last.Meant) != effects.Tells && effects.ActOf(last.Meant) != effects.Sets:
			return false
		}
		last = last.Meant.Onward()
	}
	return false
}

// resultsOf returns the results of a call on which whoever waits is hung up on, the transition
// that does so on the first, and the results that are led on. There are none where it cannot
// be told.
func resultsOf(p *lint.Pass, call *flow.Widget) (end *flow.Transition, open, handled []string) {
	transfer := call.Facts.Transfer
	for _, result := range transfer.Unanswered {
		last := onResult(p, call, call.On(transfer.Event), result)
		switch {
		case last == nil || !last.From.Facts.Split:
			return nil, nil, nil
		case !values.EndsUnheard(p, last):
			handled = append(handled, result)
		default:
			if end == nil {
				end = last
			}
			open = append(open, result)
		}
	}
	return end, open, handled
}

// onResult follows a call that ended with a result over the splits that test it, and what sets variables, and returns
// the transition by which the last of them is left, or that of the call; nil where that cannot be told.
func onResult(p *lint.Pass, call *flow.Widget, t *flow.Transition, result string) *flow.Transition {
	const far = 8
	last := t
	for range far {
		if t == nil {
			return nil
		}
		if t.Meant == nil {
			break
		}
		w := t.Meant
		if effects.ActOf(w) == effects.Sets {
			if t = w.Onward(); t != nil && t.Ends() {
				return nil
			}
			continue
		}
		next, tests := takenOn(p, w, call, result)
		if !tests {
			break
		}
		t, last = next, next
	}
	return last
}

// takenOn returns the transition that a split on the result of a call takes, nil where that
// cannot be told, and whether it is such a split.
func takenOn(p *lint.Pass, w, call *flow.Widget, result string) (next *flow.Transition, tests bool) {
	if !w.Facts.Split || w.Incomplete {
		return nil, false
	}
	compared := reads.Compared(p.Flow, w)
	if len(compared) == 0 || slices.ContainsFunc(compared, func(r flow.Ref) bool {
		r = reads.Kept(p.Flow, r)
		return r.Root() != "widgets" || r.Name(1) != call.Name || r.Name(2) != call.Facts.Transfer.Result
	}) {
		return nil, false
	}
	branches := reads.Branches.Of(p)[w.Index]
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		i := slices.IndexFunc(branches, func(b reads.Branch) bool { return b.Transition == t })
		if i < 0 || !branches[i].Literal {
			return nil, true
		}
		if _, alone := reads.OnlyRead(p.Flow, branches[i].Condition); !alone {
			return nil, true
		}
		switch branches[i].Comparison.Holds(result) {
		case split.Yes:
			return t, true
		case split.Unsure:
			return nil, true
		}
	}
	return w.OnKind(schemas.KindNoMatch), true
}
