package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	ID: "unhandled-no-match", Title: "An answer that fits no branch ends the execution",
	Group: lint.Paths, Severity: lint.Warning,
	Varies: "note when no person chooses the value, or when there is a single branch",
	Doc: `Finds a Split Based On widget with branches that go on and a "noMatch" that ends
the execution: whoever presses another key or writes another word is hung up on,
or hears nothing more.

A split on what a service or the flow itself supplies is a note: other values may
not exist. So is a split with a single branch, which is often meant as "if, else
stop"; when no person chooses the value either, nothing is said. Nor is anything
said of branches that leave nothing over (blank and not blank, true and false),
and of a question that is asked again after a first answer that fitted nowhere.

A split without any "noMatch" is stuck when nothing fits (warning 81005); old exports
leave it out.

Lead "noMatch" to a message and back to the question, or to an agent.`,
	Check: func(p *lint.Pass) {
		first := waysWhere(p.Flow, func(t *flow.Transition) bool {
			return !isKind(t, schemas.KindTimeout) && !isKind(t, schemas.KindNoMatch)
		})
		for _, w := range p.Flow.Widgets {
			if w.Type != splitType {
				continue
			}
			otherwise := w.On("noMatch")
			matches, goingOn, odd := 0, 0, false
			for _, t := range w.Transitions {
				switch t.Event {
				case "match":
					matches++
					if t.Next != "" {
						goingOn++
					}
				case "noMatch":
				default:
					odd = true // the schema rule reports the event
				}
			}
			if odd || goingOn == 0 || otherwise != nil && !ends(otherwise) {
				continue
			}
			all := branches(p, w)
			if len(all) < matches {
				continue // a condition cannot be read, and another rule reports it
			}
			all = slices.DeleteFunc(all, func(b branch) bool { return !b.literal })
			if !first.reach(w) || exhaustive(all) {
				continue
			}
			person := asksPerson(p.Flow, w)
			switch {
			case otherwise == nil:
				d := p.Reportf(w, "%s has no \"noMatch\": when none of its branches fits, the execution is stuck here (81005); add one that leads on", widgetName(w)).
					Along(first.witness(p, w))
				if !person || goingOn == 1 {
					d.As(lint.Note)
				}
			case person && goingOn > 1:
				p.Reportf(otherwise, "%s ends the execution without a word when an answer fits none of its branches (\"noMatch\"); ask again or lead it on",
					widgetName(w)).Along(first.witness(p, w))
			case person:
				p.Reportf(otherwise, "%s has one branch, and every other answer ends the execution without a word (\"noMatch\"); ask again or lead it on if that is not meant",
					widgetName(w)).Along(first.witness(p, w)).As(lint.Note)
			case goingOn > 1:
				p.Reportf(otherwise, "%s ends the execution when its value fits none of its branches (\"noMatch\"); lead it on if there can be other values",
					widgetName(w)).Along(first.witness(p, w)).As(lint.Note)
			}
		}
	},
})
