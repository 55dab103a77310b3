package loops

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// An Unreset is a counter of the slips at a question, whose exit leads back to that question by way of another one,
// while nothing sets it back: whoever comes there once more has no tries left.
type Unreset struct {
	Key      string
	Question *flow.Widget
	Exit     *flow.Transition
	Path     []*flow.Transition // from the exit to the question
}

// Unresets are those of a flow, a few variables at most.
var Unresets = lint.NewFact(func(d *project.Document) (all []Unreset) {
	const few = 8 // counters of a flow, and what sets one
	seen := 0
	for _, v := range d.Flow.Variables() {
		if len(v.Writes) == 0 || len(v.Writes) > few || len(d.Flow.ReadsOfAny()) > 0 {
			continue
		}
		counts := slices.IndexFunc(v.Writes, func(w flow.Write) bool { return countsItself(d.Flow, w) })
		test := testOf(v)
		if counts < 0 || test == nil {
			continue
		}
		if seen++; seen > few {
			break
		}
		if u, ok := unreset(d.Flow, v, v.Writes[counts].Widget, test); ok {
			all = append(all, u)
		}
	}
	return all
})

func unreset(f *flow.Flow, v *flow.Variable, counts, test *flow.Widget) (u Unreset, ok bool) {
	exit := onMany(test)
	if exit == nil || exit.Meant == nil {
		return u, false
	}
	resets := func(w *flow.Widget) bool {
		return w != counts && slices.ContainsFunc(v.Writes, func(write flow.Write) bool { return write.Widget == w })
	}
	for _, q := range append(slipsInto(f, counts), judged(counts)...) {
		if q == exit.Meant || !f.SameLoop(q, counts) || resets(exit.Meant) {
			continue
		}
		path, leads := f.PathBetween(exit.Meant, q, func(t *flow.Transition) bool { return !resets(t.From) && t.From != counts && t.From != test })
		asked := slices.ContainsFunc(path, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput && t.From != q })
		if leads && asked {
			return Unreset{v.Key, q, exit, path}, true
		}
	}
	return u, false
}

// onMany returns the transition that a split on a counter takes after many slips.
func onMany(w *flow.Widget) *flow.Transition {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch || len(t.Conditions) != 1 {
			continue
		}
		c := split.Compare(t.Conditions[0].Operator, t.Conditions[0].Value.Text())
		if c.Holds("99") == split.Yes && c.Holds("0") == split.No {
			return t
		}
	}
	return nil
}

// judged returns the questions whose answer a request is given that leads, over a split on what it says, to what
// counts.
func judged(counts *flow.Widget) (asked []*flow.Widget) {
	for _, t := range effects.Into(counts) {
		if !t.From.Facts.Split || !slips(t) {
			continue
		}
		for _, by := range effects.Into(t.From) {
			if by.From.Facts.Request == nil {
				continue
			}
			for _, in := range effects.Into(by.From) {
				if in.Facts.Kind == schemas.KindInput && !slices.Contains(asked, in.From) {
					asked = append(asked, in.From)
				}
			}
		}
	}
	return asked
}
