package reads

import (
	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// PlaceOfNext is where a transition says where it leads, or its event where it leads nowhere.
func PlaceOfNext(t *flow.Transition) finding.Placer {
	if t.NextNode.Exists() {
		return t.NextNode
	}
	return t
}
