package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A FirstAgain is a step of a loop that is given the message with which the execution began each time, though
// a question of the loop was answered since, and nothing in it hands that answer on.
type FirstAgain struct {
	Ref      flow.Ref
	Question *flow.Widget
}

// FirstAgains are those of a flow, one a loop.
var FirstAgains = lint.NewFact(func(d *project.Document) (all []FirstAgain) {
	if len(d.Flow.ReadsOfAny()) > 0 {
		return nil
	}
	for _, loop := range d.Flow.Loops() {
		if len(loop.Widgets) < 2 || !d.Flow.Reachable(loop.Widgets[0]) {
			continue
		}
		if again, ok := firstAgain(d, loop); ok {
			all = append(all, again)
		}
	}
	return all
})

func firstAgain(d *project.Document, loop *flow.Loop) (again FirstAgain, ok bool) {
	question, unread := askedIn(d, loop)
	if question == nil {
		return again, false
	}
	for _, w := range loop.Widgets {
		act := effects.ActOf(w)
		talks := act == effects.HandsOver && w.Facts.FlexTask == nil && w.Facts.Transfer == nil // a bot, which answers the message
		if act == effects.Splits {
			continue
		}
		for _, t := range d.Flow.TemplatesOf(w) {
			for _, r := range t.Refs() {
				switch {
				case !isReply(d.Flow, r):
				case r.Root() == "widgets":
					return again, false // it is handed on, or kept
				case !ok && (talks || unread && act == effects.Requests) && r.Root() == "trigger" && r.Name(1) == "message":
					again, ok = FirstAgain{r, question}, true
				}
			}
		}
	}
	return again, ok
}

// askedIn returns the first question by message of a loop, and whether nothing reads the answers to any.
func askedIn(d *project.Document, loop *flow.Loop) (question *flow.Widget, unread bool) {
	unread = true
	for _, w := range loop.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage {
			continue
		}
		if question == nil {
			question = w
		}
		unread = unread && Unread.Of(d)[w.Index]
	}
	return question, unread
}

// isReply reports whether a reference reads what a person wrote.
func isReply(f *flow.Flow, r flow.Ref) bool {
	about := reads.About(f, r)
	return about != nil && about.Holds == schemas.HoldsReply
}
