package answers

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A VainBound is a split right after a counter of which one way is never taken, as the counter begins with a number and
// rises by one.
type VainBound struct {
	Branch reads.Branch
	Never  *flow.Transition
	Always *flow.Transition
	First  int  // what is counted when one comes there first
	Round  bool // the other way leads round again, so that nothing ends the loop
}

// VainBounds are those of a flow.
var VainBounds = lint.NewFact(func(d *project.Document) (all []VainBound) {
	for i, branches := range reads.Branches.Of(d) {
		w := d.Flow.Widgets[i]
		if len(branches) != 1 || len(w.Transitions) != 2 || w.Incomplete || d.Flow.LoopOf(w) == nil || !d.Flow.Reachable(w) {
			continue
		}
		if v, ok := vainBound(d, branches[0]); ok {
			all = append(all, v)
		}
	}
	return all
})

// furthest is the largest number that is tried, and the largest with which a counter begins.
const furthest = 1000

func vainBound(d *project.Document, b reads.Branch) (v VainBound, ok bool) {
	test := b.Transition.From
	limit, err := strconv.Atoi(b.Comparison.Value())
	otherwise := test.OnKind(schemas.KindNoMatch)
	if err != nil || !b.Literal || otherwise == nil || limit > furthest || limit < 0 {
		return v, false
	}
	start, by := risingFrom(d, b)
	loop := d.Flow.LoopOf(test)
	if by == nil || !loop.Has(by) || !comesRightFrom(d.Flow, test, by) {
		return v, false
	}
	v = VainBound{Branch: b, First: start + 1}
	taken, left := 0, 0
	for n := v.First; n <= max(limit, v.First)+2; n++ {
		switch b.Comparison.Holds(strconv.Itoa(n)) {
		case split.Yes:
			taken++
		case split.No:
			left++
		default:
			return v, false
		}
	}
	switch {
	case taken == 0:
		v.Never, v.Always = b.Transition, otherwise
	case left == 0:
		v.Never, v.Always = otherwise, b.Transition
	default:
		return v, false
	}
	v.Round = v.Always.Meant != nil && loop.Has(v.Always.Meant) && (v.Never.Meant == nil || !loop.Has(v.Never.Meant))
	// One try may be meant (greater than 0 ends it), but no branch that never holds.
	return v, v.Round || v.Never == b.Transition && v.Never.Meant != nil && loop.Has(v.Never.Meant)
}

// comesRightFrom reports whether each way to a split leads right from a counter, but for steps that change nothing.
func comesRightFrom(f *flow.Flow, test, by *flow.Widget) bool {
	before := test.In
	for len(before) == 1 && before[0].From != by && effects.Idle(f, before[0].From) {
		before = before[0].From.In
	}
	for _, t := range before {
		if t.From != by {
			return false
		}
	}
	return len(before) > 0
}

// risingFrom returns from where a counter that a branch tests rises by one, and what adds one to it; nil when anything
// else sets it but to that number.
func risingFrom(d *project.Document, b reads.Branch) (start int, by *flow.Widget) {
	v := counterTested(d, b)
	if v == nil || d.Flow.Entry(flow.ParentEvent) != nil {
		return 0, nil
	}
	begun := false
	for _, write := range v.Writes {
		number, known := numberOf(d, write)
		switch {
		case known:
		case by == nil && effects.ActOf(write.Widget) == effects.Sets && countsItself(write, v.Key):
			by = write.Widget
			if !mayBegin(write) || strings.Contains(write.Value.Text(), "assign") {
				continue
			}
			number = 0
		default:
			return 0, nil
		}
		if begun && number != start {
			return 0, nil
		}
		start, begun = number, true
	}
	if !begun || start < -furthest || start > furthest {
		return 0, nil
	}
	return start, by
}
