package answers

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// AskedAgainBy returns the other question that asks once more for an answer in the form that a menu wants: what fits no
// branch leads there, a split on its answer looks at forms alone as the menu does, and takes what fits to the same
// place. It is nil where there is none, or the menu itself is asked again.
func (m *Menu) AskedAgainBy() *flow.Widget {
	w := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
	if effects.ActOf(w) == effects.Tells {
		w = after(w, effects.Tells)
	}
	if w == nil || !m.isAskedAgainBy(w) {
		return nil
	}
	return w
}

// isAskedAgainBy reports whether a question asks for the answer of a menu of forms once more.
func (m *Menu) isAskedAgainBy(w *flow.Widget) bool {
	if w == m.Question || effects.ActOf(w) != effects.Asks || !m.TakesForms() {
		return false
	}
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindInput || !effects.StoresAnswerOn(t.From, t.Raised()) {
			continue
		}
		second := pastKeeping(t).To
		return second != nil && second.Facts.Split && second != m.Split && slices.ContainsFunc(second.Transitions, func(t *flow.Transition) bool {
			to := effects.PastSetting(t)
			return t.Facts.Kind == schemas.KindBranch && to != nil && testsForm(t) &&
				slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return effects.PastSetting(b.Transition) == to })
		})
	}
	return false
}

// TakesForms reports whether all branches of a menu are for numbers of a size, or answers of a form.
func (m *Menu) TakesForms() bool {
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return !judgesNumbers(&b) })
}

// testsForm reports whether a branch tests nothing but the size or the form of something.
func testsForm(t *flow.Transition) bool {
	return len(t.Conditions) > 0 && !slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return !isForm(c.Operator) })
}
