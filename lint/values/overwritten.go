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
func Overwritten(lost flow.Write, again map[*flow.Widget]*flow.Write, parent bool, mayRead func(*flow.Widget) bool) *flow.Write {
	const far = 100 // widgets
	var by *flow.Write
	seen := map[*flow.Widget]bool{}
	for queue := []*flow.Widget{lost.Widget}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at != lost.Widget || seen[at] {
			if mayRead(at) || len(seen) > far {
				return nil
			}
			if again[at] != nil {
				if by == nil && at != lost.Widget {
					by = again[at]
				}
				continue
			}
			switch effects.ActOf(at) {
			case effects.RunsFlow, effects.Anything:
				return nil
			}
		}
		if at.Incomplete {
			return nil
		}
		for _, t := range at.Transitions {
			switch {
			case t.Ends() && parent && t.Facts.Kind != schemas.KindFailure && t.Facts.Kind != schemas.KindTimeout &&
				t.Facts.Kind != schemas.KindHangup, !t.Ends() && t.Meant == nil:
				return nil
			case t.Meant != nil && !seen[t.Meant]:
				seen[t.Meant] = true
				queue = append(queue, t.Meant)
			}
		}
	}
	return by
}
