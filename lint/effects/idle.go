package effects

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// Idle reports whether a step sets nothing but variables that nothing reads, as far as the flow goes: two ways that
// are the same but for such steps are the same, while one that is read tells them apart.
func Idle(f *flow.Flow, w *flow.Widget) bool {
	if ActOf(w) != Sets || w.Incomplete || f.Unread() || f.Entry(flow.ParentEvent) != nil || f.RunsSubflows() || len(f.ReadsOfAny()) > 0 || f.HandsOutItself() {
		return false
	}
	writes := f.Writes(w) // none where they cannot be read
	return len(writes) > 0 && !slices.ContainsFunc(writes, func(write flow.Write) bool {
		v := f.Variable(write.Key.Text())
		return f.TemplateAt(write.Key) != nil || v == nil || len(v.Reads) > 0
	})
}

// SetsFixed reports whether a step sets variables to fixed texts alone: it counts nothing, and keeps no answer.
func SetsFixed(f *flow.Flow, w *flow.Widget) bool {
	return ActOf(w) == Sets && len(f.TemplatesOf(w)) == 0
}

// LastIdle is LastSetting over idle steps alone.
func LastIdle(f *flow.Flow, t *flow.Transition) *flow.Transition {
	for range mostSettings {
		if t == nil || t.Meant == nil || !Idle(f, t.Meant) {
			break
		}
		t = t.Meant.OnKind(schemas.KindAlways)
	}
	return t
}

// PastIdle is PastSetting over idle steps alone.
func PastIdle(f *flow.Flow, t *flow.Transition) *flow.Widget {
	if t = LastIdle(f, t); t == nil {
		return nil
	}
	return t.Meant
}

// OverIdle is Over that also passes idle steps, which do not count.
func OverIdle(f *flow.Flow, t *flow.Transition, far int, acts ...Act) *flow.Widget {
	for range far {
		w := PastIdle(f, t)
		if w == nil || !slices.Contains(acts, ActOf(w)) {
			return w
		}
		t = w.Onward()
	}
	return nil
}
