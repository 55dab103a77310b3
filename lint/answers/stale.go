package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A Stale is a split after a question that is asked again in other words, which tests the answer
// that was given first, though one is asked again only when that fits none of its branches.
type Stale struct {
	Split        *flow.Widget
	Ref          flow.Ref // what it tests
	First, Again *flow.Widget
}

// Stales are those of a flow: what fits no branch of the split on the second answer leads to them.
var Stales = lint.NewFact(func(d *project.Document) (all []Stale) {
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split || !comesUnmatched(w) || !d.Flow.Reachable(w) {
			continue
		}
		ref, ok := onlyTested(d, w)
		if !ok {
			continue
		}
		first := reads.Widget(d.Flow, ref)
		again := testedBefore(d, w)
		if again == nil || first == nil || first == again {
			continue
		}
		refused := refusedBefore(d, w, again, ref)
		if len(refused) > 0 && !slices.ContainsFunc(reads.Branches.Of(d)[w.Index], func(b reads.Branch) bool { return !slices.Contains(refused, comparisonOf(b)) }) {
			all = append(all, Stale{w, ref, first, again})
		}
	}
	return all
})

// comesUnmatched reports whether one comes to a widget when nothing fits another split.
func comesUnmatched(w *flow.Widget) bool {
	into := effects.Into(w)
	return len(into) > 0 && into[0].Facts.Kind == schemas.KindNoMatch
}

// onlyTested returns the answer that all branches of a split test, when they test nothing else.
func onlyTested(d *project.Document, w *flow.Widget) (ref flow.Ref, ok bool) {
	branches := reads.Branches.Of(d)[w.Index]
	if len(branches) == 0 || len(branches) != len(w.Transitions)-1 || w.OnKind(schemas.KindNoMatch) == nil {
		return ref, false
	}
	for i, b := range branches {
		r, ok := reads.OnlyRead(d.Flow, b.Condition)
		if !ok || !b.Literal || !reads.IsAnswer(d.Flow, r) || i > 0 && !samePath(r, ref) {
			return ref, false
		}
		ref = r
	}
	return ref, true
}

// samePath reports whether two references are written in the same way.
func samePath(a, b flow.Ref) bool { return a.Reference.In(a.Text) == b.Reference.In(b.Text) }

// comparisonOf returns by what a branch is taken.
func comparisonOf(b reads.Branch) [2]string {
	return [2]string{b.Comparison.Operator(), b.Comparison.Value()}
}

// testedBefore returns the question right after which, and after splits on its answer that it fits
// none of, one comes to a split; nil when there are several.
func testedBefore(d *project.Document, w *flow.Widget) (asked *flow.Widget) {
	for _, t := range effects.Into(w) {
		if t.Facts.Kind != schemas.KindNoMatch || !t.From.Facts.Split {
			return nil
		}
		ref, ok := onlyTested(d, t.From)
		if !ok {
			return nil
		}
		q := reads.Widget(d.Flow, ref)
		if q == nil || asked != nil && q != asked || slices.ContainsFunc(effects.Into(t.From),
			func(t *flow.Transition) bool { return t.From != q || t.Facts.Kind != schemas.KindInput }) {
			return nil
		}
		asked = q
	}
	return asked
}

// refusedBefore returns by what the answer that a split tests was compared, in vain, before a
// question is asked again; nil where one comes to that in other ways.
func refusedBefore(d *project.Document, w, again *flow.Widget, ref flow.Ref) (refused [][2]string) {
	var from *flow.Widget // the split that leads there
	walk := flow.WalkFrom(again)
	for at := range walk.First(near) {
		for _, t := range at.In {
			switch act := effects.ActOf(t.From); {
			case t.From == w || t.From == again:
			case act == effects.Tells || act == effects.Sets:
				walk.Add(t.From)
			case t.Facts.Kind == schemas.KindNoMatch && (from == nil || from == t.From):
				from = t.From
			default:
				return nil
			}
		}
	}
	for range near {
		if from == nil {
			break
		}
		r, ok := onlyTested(d, from)
		if !ok || !samePath(r, ref) {
			break
		}
		for _, b := range reads.Branches.Of(d)[from.Index] {
			refused = append(refused, comparisonOf(b))
		}
		into := effects.Into(from)
		if len(into) != 1 || into[0].Facts.Kind != schemas.KindNoMatch {
			break
		}
		from = into[0].From
	}
	return refused
}
