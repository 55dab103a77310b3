package rules

import (
	"iter"

	"studiolint/lint"
	"studiolint/lint/flow"
)

// calls yields the calls of a flow that are made for the caller, with the transition that is taken when one is over,
// nil for none.
func calls(p *lint.Pass) iter.Seq2[*flow.Widget, *flow.Transition] {
	return func(yield func(*flow.Widget, *flow.Transition) bool) {
		for _, w := range p.Flow.Widgets {
			if w.Facts.Transfer != nil && !w.Incomplete && p.Flow.Reachable(w) && !yield(w, w.On(w.Facts.Transfer.Event)) {
				return
			}
		}
	}
}
