package values

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// TalksOn tells, by the index of a widget, whether what a person says may still be heard from there
// on, its own step included: there is a question, a hand-over, or what nobody knows.
var TalksOn = lint.NewFact(func(d *project.Document) []bool {
	talks := make([]bool, len(d.Flow.Widgets))
	var queue []*flow.Widget
	for _, w := range d.Flow.Widgets {
		switch effects.ActOf(w) {
		case effects.Asks, effects.HandsOver, effects.Dials, effects.RunsFlow, effects.Anything:
		default:
			if !w.Incomplete {
				continue
			}
		}
		talks[w.Index] = true
		queue = append(queue, w)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, t := range queue[0].In {
			if !talks[t.From.Index] {
				talks[t.From.Index] = true
				queue = append(queue, t.From)
			}
		}
	}
	return talks
})

// AsksOnCall are the widgets that ask somebody on the line, or put him through.
var AsksOnCall = lint.NewFact(func(d *project.Document) *flow.Some {
	return d.Flow.Some(func(w *flow.Widget) bool {
		act := effects.ActOf(w)
		return act == effects.Asks && w.Needs() == schemas.NeedsCall || act == effects.HandsOver
	})
})
