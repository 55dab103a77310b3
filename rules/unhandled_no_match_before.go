package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// matchedBefore reports whether what a split tests never fits none of its branches: it is the same as
// long as an execution lasts, and each way to the split leads over a branch of another one on it
// whose texts all fit here.
func matchedBefore(p *lint.Pass, w *flow.Widget, fixed func() map[string][]*flow.Widget) bool {
	otherwise := w.OnKind(schemas.KindNoMatch)
	if otherwise == nil || !otherwise.Ends() {
		return false
	}
	all := reads.Branches.Of(p)[w.Index]
	r, ok := fixedlyTested(p, all)
	if !ok {
		return false
	}
	const far = 8 // other splits that are looked at
	looked := 0
	for _, other := range fixed()[r.Reference.String()] {
		if other == w || !p.Flow.CanPrecede(other, w) {
			continue
		}
		if looked++; looked > far {
			return false
		}
		before := reads.Branches.Of(p)[other.Index]
		if !p.Flow.Routes(func(t *flow.Transition) bool { return t.From != other || !fitsAgain(t, before, all) }).Reach(w) {
			return true
		}
	}
	return false
}

// fixedSplits returns the splits of a flow on what is fixed, by what they test.
func fixedSplits(p *lint.Pass) map[string][]*flow.Widget {
	by := map[string][]*flow.Widget{}
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		if r, ok := fixedlyTested(p, reads.Branches.Of(p)[w.Index]); ok {
			by[r.Reference.String()] = append(by[r.Reference.String()], w)
		}
	}
	return by
}

// fixedlyTested returns what all branches of a split read, where that is fixed.
func fixedlyTested(p *lint.Pass, all []reads.Branch) (flow.Ref, bool) {
	var read flow.Ref
	for i, b := range all {
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || !b.Literal || i > 0 && r.Reference.String() != read.Reference.String() || !values.Held.Of(p).IsFixed(r) {
			return flow.Ref{}, false
		}
		read = r
	}
	return read, len(all) > 0
}

// fitsAgain reports whether whatever takes a branch of one split takes one of another's.
func fitsAgain(t *flow.Transition, before, all []reads.Branch) bool {
	return slices.ContainsFunc(before, func(b reads.Branch) bool { return b.Transition == t }) && !slices.ContainsFunc(before, func(b reads.Branch) bool {
		if b.Transition != t {
			return false
		}
		texts, ok := b.Comparison.Texts()
		return !ok || slices.ContainsFunc(texts, func(text string) bool {
			return !slices.ContainsFunc(all, func(a reads.Branch) bool { return a.Comparison.Holds(text) == split.Yes })
		})
	})
}
