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
type Act = schemas.Act

// What widgets do: see the constants of schemas. Of Anything nothing is known.
const (
	Anything  = schemas.ActAnything
	Begins    = schemas.ActBegins
	Sets      = schemas.ActSets
	Splits    = schemas.ActSplits
	Tells     = schemas.ActTells
	Asks      = schemas.ActAsks
	Dials     = schemas.ActDials
	Requests  = schemas.ActRequests
	RunsFlow  = schemas.ActRunsFlow
	HandsOver = schemas.ActHandsOver
	Works     = schemas.ActWorks
)

// ActOf returns what a widget does; Anything where there is none.
func ActOf(w *flow.Widget) Act {
	if w == nil {
		return Anything
	}
	return w.Facts.Act
}

// TakesAnswers reports whether a widget hands answers on: to a server, or to an agent.
func TakesAnswers(w *flow.Widget) bool { return w.Facts.Request != nil || w.Facts.FlexTask != nil }
