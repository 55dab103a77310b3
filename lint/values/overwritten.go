package values

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// Overwritten returns what sets a variable anew on each way from one that sets it, before anything
// reads it; nil where something may read it, or where the ways are too many to be followed. Which widgets
// read it, is asked, and what sets it is given by widget; where a parent may, the execution must not end first,
// unless something has failed.
func Overwritten(lost flow.Write, again map[*flow.Widget]*flow.Write, parent bool, mayRead func(*flow.Widget) bool) (by *flow.Write) {
	const far = 100 // widgets
	var walk flow.Walk
	// follow goes on from a widget, and reports whether it is known where that leads.
	follow := func(at *flow.Widget) bool {
		for _, t := range at.Transitions {
			if !t.Ends() && t.Meant == nil || t.Ends() && parent && !isSetback(t) {
				return false
			}
			walk.Add(t.Meant)
		}
		return !at.Incomplete
	}
	if !follow(lost.Widget) {
		return nil
	}
	for at := range walk.All() {
		switch act := effects.ActOf(at); {
		case mayRead(at) || walk.Len() > far:
			return nil
		case again[at] != nil:
			if by == nil && at != lost.Widget {
				by = again[at]
			}
		case act == effects.RunsFlow || act == effects.Anything || !follow(at):
			return nil
		}
	}
	return by
}

// isSetback reports whether a transition is taken when something has failed, or somebody is silent or gone.
func isSetback(t *flow.Transition) bool {
	switch t.Facts.Kind {
	case schemas.KindFailure, schemas.KindTimeout, schemas.KindHangup:
		return true
	}
	return false
}
