package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "duplicate-transition", Title: "A widget has two transitions for the same event",
		Group: finding.Wiring, Severity: finding.Warning,
		Doc: `Finds an event that stands in two transitions of one widget. Only "match" of
Split Based On may: each of those has conditions of its own.

It is not documented which of the two an execution follows.

Remove one of them, or give it the event that was meant.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			seen := map[string]*flow.Transition{}
			for _, t := range w.Transitions {
				if t.Event == "" || t.Event == "match" && (w.Facts.Split || !w.Facts.Known()) {
					continue
				}
				first, again := seen[t.Event]
				if !again {
					seen[t.Event] = t
					continue
				}
				p.Reportf(t.EventNode, "%s has a transition for %s already, and it is not known which one is followed; remove one or give it another event",
					w.Label(), words.Quote(t.Event)).
					Relate(first, "the first transition for this event")
			}
		}
	},
})
