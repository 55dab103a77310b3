package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "partly-handled", Title: "Some setbacks lead on, others end the execution",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds a widget of which one setback leads on while another ends the execution: silence
is handled, a message that cannot be delivered is not; a call that nobody answers goes
to the next number, a busy line or a failed call goes nowhere. Whoever made the one way
on will mostly want it for the others too. A wait for a message that simply ends is left
alone.

Widgets of one type with the same gap are one finding. Failures of requests and queues
are unhandled-failure's, and silent callers unhandled-timeout's.

Lead the other events to the same place.`,
	},
	Check: func(p *lint.Pass) {
		found := map[string]*finding.Diagnostic{}
		for _, w := range p.Flow.Widgets {
			handled, open := setbacks(w)
			if len(handled) == 0 || len(open) == 0 || !p.Flow.Reachable(w) {
				continue
			}
			gap := words.List(events(open))
			if d := found[w.Type+gap]; d != nil {
				if len(d.Related) < lint.MaxRelated {
					d.Relate(open[0], "so does "+w.Label())
				}
				continue
			}
			verb := "ends"
			if len(events(open)) > 1 {
				verb = "end"
			}
			found[w.Type+gap] = p.Reportf(open[0], "%s leads on by %s, but %s %s the execution without a word; lead it on too if somebody should know",
				w.Label(), words.List(events(handled)), gap, verb)
		}
	},
})

// setbacks returns the transitions by which a widget is left when it did not work out,
// those that lead on and those that end the execution, as far as no other rule judges
// them.
func setbacks(w *flow.Widget) (handled, open []*flow.Transition) {
	for _, t := range w.Transitions {
		switch t.Facts.Kind {
		case schemas.KindUnanswered:
		case schemas.KindTimeout:
			if w.Facts.Needs == schemas.NeedsCall {
				continue
			}
		case schemas.KindFailure:
			if w.Facts.Needs != schemas.NeedsMessage && w.Facts.Creates == nil {
				continue
			}
		default:
			continue
		}
		switch {
		case t.Meant != nil:
			handled = append(handled, t)
		case t.Ends() && !t.Facts.Optional && t.Facts.Kind != schemas.KindTimeout:
			open = append(open, t)
		}
	}
	return handled, open
}

func events(list []*flow.Transition) []string {
	var names []string
	for _, t := range list {
		if !slices.Contains(names, t.Event) {
			names = append(names, t.Event)
		}
	}
	return names
}
