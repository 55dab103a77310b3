package effects

import (
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// PastSetting returns the widget to which a transition leads over a few steps that set variables;
// nil where it leads nowhere.
func PastSetting(t *flow.Transition) *flow.Widget {
	const far = 4
	for range far {
		if t == nil || t.Meant == nil || ActOf(t.Meant) != Sets {
			break
		}
		t = t.Meant.OnKind(schemas.KindAlways)
	}
	if t == nil {
		return nil
	}
	return t.Meant
}
