package answers

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A Premature is a split on a counter that leaves its loop in the first round, and would lead back to the question
// only when there were more: its two ways have changed places.
type Premature struct {
	Branch        reads.Branch
	Leaves, Stays *flow.Transition
	First         int // what is counted in the first round
}

// Prematures are those of a flow.
var Prematures = lint.NewFact(func(d *project.Document) (all []Premature) {
	for i, branches := range reads.Branches.Of(d) {
		if len(branches) != 1 || d.Flow.LoopOf(d.Flow.Widgets[i]) == nil || !d.Flow.Reachable(d.Flow.Widgets[i]) {
			continue
		}
		if p, ok := premature(d, branches[0]); ok {
			all = append(all, p)
		}
	}
	return all
})

func premature(d *project.Document, b reads.Branch) (p Premature, ok bool) {
	test := b.Transition.From
	loop, otherwise := d.Flow.LoopOf(test), test.OnKind(schemas.KindNoMatch)
	limit, err := strconv.Atoi(b.Comparison.Value())
	if err != nil || !b.Literal || otherwise == nil || test.Incomplete {
		return p, false
	}
	p = Premature{Branch: b, Leaves: b.Transition, Stays: otherwise}
	switch b.Comparison.Operator() {
	case split.LessThan:
	case split.GreaterThan:
		p.Leaves, p.Stays = otherwise, b.Transition
	default:
		return p, false
	}
	if p.Stays.Meant == nil || !loop.Has(p.Stays.Meant) || p.Leaves.Meant != nil && loop.Has(p.Leaves.Meant) {
		return p, false
	}
	question := onlyQuestion(loop)
	start, by := counterOf(d, b, loop)
	if question == nil || by == nil {
		return p, false
	}
	before, known := countedBefore(d.Flow, question, by, test)
	if !known {
		return p, false
	}
	if p.First = start; before {
		p.First++
	}
	return p, p.First < limit || p.First == limit && b.Comparison.Operator() == split.GreaterThan
}
