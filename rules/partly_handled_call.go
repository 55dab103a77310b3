package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkUnreported reports a call out of which the answers are told to somebody, by a request for each,
// while nobody learns that it was not answered: once.
func checkUnreported(p *lint.Pass) {
	const few = 8         // calls out that a flow may make
	var told *flow.Widget // when it is asked for
	seen := 0
	for _, w := range p.Flow.Widgets {
		if w.Facts.Creates == nil || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		handled, open := setbacks(w)
		if len(handled) > 0 || len(open) < 2 {
			continue
		}
		if told == nil {
			if told = toldAnswers(p); told == nil {
				return
			}
		}
		if seen++; seen > few {
			return
		}
		if p.Flow.CanPrecede(w, told) {
			p.Reportf(open[0], "the answers to the call of %s are passed on (%s), but on %s nobody learns that there is none; pass that on, too",
				w.Label(), told.Label(), words.List(events(open))).Identify(w.Label()).Relate(told, "what passes on an answer")
			return
		}
	}
}

// toldAnswers returns the first request of a split on an answer of which each branch makes one of its
// own; nil when there is none.
func toldAnswers(p *lint.Pass) *flow.Widget {
	persons := values.AsksPerson.Of(p)
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !persons[w.Index] && !effects.AfterAnswer(w) {
			continue
		}
		made := map[*flow.Widget]bool{}
		var first *flow.Widget
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindBranch {
				continue
			}
			request := effects.RequestOn(t)
			if request == nil {
				break
			}
			if made[request] = true; first == nil {
				first = request
			}
		}
		if len(made) > 1 {
			return first
		}
	}
	return nil
}
