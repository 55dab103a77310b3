package shape

import (
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// DecidedBy returns the property by which a split was to branch in place of conditions:
// one that people invent, where a branch has no condition. It is absent where there is
// none.
func DecidedBy(w *flow.Widget) source.Node {
	for key, n := range w.Properties.Members() {
		if w.Facts.Property(key) != nil || w.Facts.Aliases.Hints.Get(key) == "" {
			continue
		}
		for _, t := range w.Transitions {
			if t.Facts.Kind == schemas.KindBranch && t.Node.Get("conditions").Len() == 0 {
				return n
			}
		}
		return source.Node{}
	}
	return source.Node{}
}
