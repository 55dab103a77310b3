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

It is not documented which of the two an execution follows. Nothing is said where
one of them has "next" under another name, or conditions that are not tested:
unknown-property and misplaced-conditions say what to mend.

Remove one of them, or give it the event that was meant.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if !w.Repeats() && !w.Facts.Split {
				continue
			}
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
				if misread(first) || misread(t) {
					continue
				}
				p.Reportf(t.EventNode, "%s has a transition for %s already, and which one is followed is not known; change one",
					w.Label(), words.Quote(t.Event)).
					Relate(first, "the first transition for this event")
			}
		}
	},
})

// misread reports whether a transition holds what Studio passes over: its "next" under
// another name, or conditions that no one tests. Once that is mended, two transitions
// of one event may be right, or one of them be gone.
func misread(t *flow.Transition) bool {
	return t.Next != "" && !t.Node.Get("next").Exists() ||
		len(t.From.Facts.Conditions) == 0 && t.Node.Get("conditions").Len() > 0
}
