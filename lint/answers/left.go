package answers

import (
	"slices"
	"strconv"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// TriesLeft returns the split on a counter after which a text of its loop is told, and the first number of tries that
// still come then which is not the one that is said; false when they agree, or that is not known.
func TriesLeft(d *project.Document, told *flow.Widget, said int) (test *flow.Widget, left int, ok bool) {
	loop := d.Flow.LoopOf(told)
	question := told
	if loop != nil && effects.ActOf(told) != effects.Asks {
		question = onlyQuestion(loop)
	}
	if loop == nil || question == nil {
		return nil, 0, false
	}
	for _, t := range effects.Into(told) {
		if test = t.From; test.Facts.Split && loop.Has(test) {
			if left, ok = triesLeft(d, test, told, question, said); ok {
				return test, left, true
			}
		}
	}
	return nil, 0, false
}

// triesLeft goes round a loop as often as a split on its counter lets it.
func triesLeft(d *project.Document, test, told, question *flow.Widget, said int) (left int, ok bool) {
	const most = 20 // rounds
	loop := d.Flow.LoopOf(test)
	branches := reads.Branches.Of(d)[test.Index]
	if len(branches) == 0 {
		return 0, false
	}
	count, by := counterOf(d, branches[0], loop)
	if by == nil || slices.ContainsFunc(branches, func(b reads.Branch) bool { return b.Subject != branches[0].Subject }) {
		return 0, false
	}
	before, known := countedBefore(d.Flow, question, by, test)
	if !known {
		return 0, false
	}
	if before {
		count++
	}
	var rounds []bool // whether it is told in each
	for ; len(rounds) < most; count++ {
		t, sure := takenFor(d, test, strconv.Itoa(count))
		switch {
		case !sure:
			return 0, false
		case t != nil && t.Meant != nil && loop.Has(t.Meant):
			rounds = append(rounds, effects.LeadsTo(t, told))
			continue
		}
		for i, tells := range rounds {
			if left = len(rounds) - i; tells && left != said {
				return left, true
			}
		}
		return 0, false
	}
	return 0, false
}

// takenFor returns the transition by which a split is left for a text; nil for none, and whether that is sure.
func takenFor(d *project.Document, test *flow.Widget, text string) (taken *flow.Transition, sure bool) {
	for _, t := range test.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		all := reads.BranchesOf(d, t)
		holds := split.Yes
		for _, b := range all {
			switch answer := b.Comparison.Holds(split.Normal(text)); {
			case !b.Literal:
				return nil, false
			case answer != split.Yes:
				holds = answer
			}
		}
		switch {
		case len(all) == 0 || holds != split.Yes && holds != split.No:
			return nil, false
		case holds == split.Yes:
			return t, true
		}
	}
	return test.OnKind(schemas.KindNoMatch), true
}
