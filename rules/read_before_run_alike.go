package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// testedAlike reports whether one comes to what reads a variable by the same test of the same value as to what sets it:
// then it was set.
func (c *orderChecker) testedAlike(r flow.Ref, v *flow.Variable) bool {
	tests := testsBefore.Of(c)
	before := tests[r.Widget.Index]
	if len(before) == 0 {
		return false
	}
	set := setTests.Of(c)[v]
	return slices.ContainsFunc(before, func(b reads.Branch) bool {
		known := set[testedIn(b)]
		return known.ButFor(b.Transition)
	})
}

// A testedValue is what a branch tests, and for what.
type testedValue struct{ subject, operator, value string }

func testedIn(b reads.Branch) testedValue {
	return testedValue{b.Subject, b.Condition.Operator, b.Comparison.Value()}
}

// testsBefore are, by the index of a widget, the branches by which alone one comes there, the nearest ones, of which it
// is known what they test.
var testsBefore = lint.NewFact(func(d *project.Document) [][]reads.Branch {
	all := make([][]reads.Branch, len(d.Flow.Widgets))
	by := map[*flow.Transition][]reads.Branch{}
	for _, branches := range reads.Branches.Of(d) {
		for _, b := range branches {
			if b.Literal && b.Subject != "" {
				by[b.Transition] = append(by[b.Transition], b)
			}
		}
	}
	for i, w := range d.Flow.Widgets {
		const far = 8
		for range far {
			if len(w.In) != 1 {
				break
			}
			t := w.In[0]
			all[i] = append(all[i], by[t]...)
			w = t.From
		}
	}
	return all
})

// setTests are, by variable, the tests by which alone one comes to what sets it.
var setTests = lint.NewFact(func(d *project.Document) map[*flow.Variable]map[testedValue]reads.FirstOf[*flow.Transition] {
	all := map[*flow.Variable]map[testedValue]reads.FirstOf[*flow.Transition]{}
	tests := testsBefore.Of(d)
	for i, w := range d.Flow.Widgets {
		for _, write := range d.Flow.Writes(w) {
			v := d.Flow.Variable(write.Key.Text())
			for _, b := range tests[i] {
				if all[v] == nil {
					all[v] = map[testedValue]reads.FirstOf[*flow.Transition]{}
				}
				known := all[v][testedIn(b)]
				known.Add(b.Transition)
				all[v][testedIn(b)] = known
			}
		}
	}
	return all
})
