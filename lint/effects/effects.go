// Package effects tells what a widget does, from the facts of the catalogue: what kind of
// step it is, what it says and who hears that, by what somebody answers, what it stores on
// which event, and whether the call goes on. It knows one widget at a time: package values
// runs it on all that can happen, a simulator on one execution.
package effects

import (
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// An Act is the kind of thing that a widget does.
type Act uint8

// What widgets do. Of Anything nothing is known: the catalogue does not have the type, or
// not its events.
const (
	Anything  Act = iota
	Begins        // executions start here
	Sets          // writes variables
	Splits        // conditions decide
	Tells         // says, plays or sends something
	Asks          // a question, whose answer is waited for
	Dials         // calls the contact, and waits until somebody answers
	Requests      // calls an address of the author's, or a function
	RunsFlow      // another flow goes on, and may do anything
	HandsOver     // an agent, a bot or somebody else goes on speaking
	Works         // anything else, which nobody notices
)

// ActOf returns what a widget does; Anything where there is none.
func ActOf(w *flow.Widget) Act {
	if w == nil {
		return Anything
	}
	facts := w.Facts
	switch {
	case facts.Starts:
		return Begins
	case facts.Split:
		return Splits
	case len(facts.Events) == 0:
		return Anything
	case facts.Outputs.From == schemas.FromVariables:
		return Sets
	case facts.Subflow != nil:
		return RunsFlow
	case facts.Request != nil:
		return Requests
	case facts.Creates != nil && facts.Dialog == schemas.DialogAsks:
		return Dials
	}
	switch facts.Dialog {
	case schemas.DialogTells:
		return Tells
	case schemas.DialogAsks:
		return Asks
	case schemas.DialogHandsOver:
		return HandsOver
	}
	return Works
}

// TakesAnswers reports whether a widget hands answers on: to a server, or to an agent.
func TakesAnswers(w *flow.Widget) bool { return w.Facts.Request != nil || w.Facts.FlexTask != nil }
