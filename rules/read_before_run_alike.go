package rules

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// testedAlike reports whether one comes to what reads a variable by the same test of the same value as to what sets it:
// then it was set.
func (c *orderChecker) testedAlike(r flow.Ref, v *flow.Variable) bool {
	reader := c.testsBefore(r.Widget)
	return len(reader) > 0 && slices.ContainsFunc(v.Writes, func(write flow.Write) bool {
		return slices.ContainsFunc(c.testsBefore(write.Widget), func(a reads.Branch) bool {
			return slices.ContainsFunc(reader, func(b reads.Branch) bool {
				return a.Transition != b.Transition && a.Literal && b.Literal && a.Subject != "" && a.Subject == b.Subject &&
					a.Condition.Operator == b.Condition.Operator && a.Comparison.Value() == b.Comparison.Value()
			})
		})
	})
}

// testsBefore returns the branches by which alone one comes to a widget, the nearest ones.
func (c *orderChecker) testsBefore(w *flow.Widget) (all []reads.Branch) {
	const far = 8
	for range far {
		if len(w.In) != 1 {
			break
		}
		t := w.In[0]
		for _, b := range reads.Branches.Of(c)[t.From.Index] {
			if b.Transition == t {
				all = append(all, b)
			}
		}
		w = t.From
	}
	return all
}
