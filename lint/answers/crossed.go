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

// A Crossing is a split to which two requests lead, and which tests what only one of them
// brings, though the other can run without it.
type Crossing struct {
	Split *flow.Widget
	Ref   flow.Ref         // what it tests
	After *flow.Transition // from the request whose answer it does not test
}

// Crossings are those of a flow. A request after the one that is tested, which only keeps
// something, is none: then the other has always run.
var Crossings = lint.NewFact(func(d *project.Document) []Crossing {
	var all []Crossing
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split || len(effects.Into(w)) < 2 || !d.Flow.Reachable(w) {
			continue
		}
		tested, ref := testedRequest(d.Flow, w)
		if tested == nil || !slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return t.From == tested && works(t) }) {
			continue
		}
		for _, t := range effects.Into(w) {
			if t.From != tested && t.From.Facts.Request != nil && works(t) && d.Flow.ReachedWithout(t.From, tested) {
				all = append(all, Crossing{w, ref, t})
			}
		}
	}
	return all
})

// testedRequest returns the only request whose answer a split tests, and nothing else; nil
// when there is none.
func testedRequest(f *flow.Flow, w *flow.Widget) (tested *flow.Widget, ref flow.Ref) {
	refs := reads.Compared(f, w)
	if len(refs) == 0 || reads.ComparesUnknown(w) {
		return nil, ref
	}
	for _, r := range refs {
		of := reads.Widget(f, r)
		if of == nil || of.Facts.Request == nil || tested != nil && of != tested {
			return nil, ref
		}
		tested = of
	}
	return tested, refs[0]
}

// works reports whether a request leads on by a transition when it succeeds.
func works(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindSuccess && !t.Dangling() }
