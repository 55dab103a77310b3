package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// An Unkept is something that is told to a caller and does not come.
type Unkept struct {
	By      *flow.Widget
	Promise offer.Promise
	Words   string // of the text
}

// Broken are the promises of a flow, in the order of its widgets, that nothing on the way
// from there keeps. What another flow does, or a widget of which nothing is known, may keep any.
var Broken = lint.NewFact(func(d *project.Document) []Unkept {
	var all []Unkept
	f := d.Flow
	if f.Entry(flow.ParentEvent) != nil {
		return nil
	}
	for _, w := range f.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete {
			continue
		}
		text := effects.Prompt(w).Text()
		if text == "" || strings.Contains(text, "{%") || !f.MayHaveCall(w) {
			continue
		}
		for _, p := range []offer.Promise{offer.Retry, offer.Transfer, offer.Message, offer.CallBack} {
			if said, ok := offer.Promises(text, p); ok && isBroken(f, w, p) {
				all = append(all, Unkept{w, p, said})
				break // who is to be called back has left no message either
			}
		}
	}
	return all
})

// isBroken reports whether nothing keeps a promise that is made at a widget.
func isBroken(f *flow.Flow, w *flow.Widget, p offer.Promise) bool {
	if p == offer.CallBack {
		return !slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
			return tellsOthers(f, other) && (f.CanPrecede(other, w) || f.CanPrecede(w, other))
		}) && !handedOut(f)
	}
	if p == offer.Retry && !followsAnswer(w) {
		return false
	}
	seen := map[*flow.Widget]bool{w: true}
	for queue := []*flow.Widget{w}; len(queue) > 0; queue = queue[1:] {
		for _, t := range queue[0].Transitions {
			next := t.Meant
			switch {
			case next == nil && (!t.Ends() || !t.Facts.Known()):
				return false // it leads nobody knows where
			case next == nil || seen[next]:
				continue
			case keeps(next, p):
				return false
			case !endsPromise(f, w, next):
				queue = append(queue, next)
			}
			seen[next] = true
		}
	}
	return true
}

// followsAnswer reports whether a widget comes after a question, or a split, and after nothing
// else: after a request or a call that failed, "try again" may well mean another call.
func followsAnswer(w *flow.Widget) bool {
	asked := false
	for _, t := range w.In {
		switch effects.ActOf(t.From) {
		case effects.Asks, effects.Splits:
			asked = true
		case effects.Sets:
		default:
			return false
		}
	}
	return asked
}

// keeps reports whether a widget keeps a promise, or may.
func keeps(w *flow.Widget, p offer.Promise) bool {
	act := effects.ActOf(w)
	switch {
	case act == effects.Anything || act == effects.RunsFlow || w.Incomplete:
		return true
	case p == offer.Retry:
		return act == effects.Asks || act == effects.HandsOver && w.Facts.Transfer == nil && w.Facts.FlexTask == nil
	case act == effects.HandsOver || act == effects.Requests || act == effects.Works || act == effects.Dials || w.Facts.TakesMessage:
		return true
	}
	return p == offer.Message && effects.Raised(w, schemas.BySpeech) != nil
}

// endsPromise reports whether a promise is over at a widget that does not keep it: the caller is
// put through instead of asked again, or asked what he was asked before.
func endsPromise(f *flow.Flow, w, next *flow.Widget) bool {
	act := effects.ActOf(next)
	return act == effects.HandsOver || act == effects.Asks && f.CanPrecede(next, w)
}

// tellsOthers reports whether somebody else than the caller may notice a step.
func tellsOthers(f *flow.Flow, w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Sets, effects.Splits, effects.Begins:
		return false
	case effects.Tells, effects.Asks:
		return w.Facts.TakesMessage || w.Incomplete || w.Needs() != schemas.NeedsCall
	}
	return true
}

// handedOut reports whether the flow hands out its own execution, or somebody who started it
// may look into it.
func handedOut(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool { return e.Channels() != flow.Call }) ||
		slices.ContainsFunc(f.Refs(), func(r flow.Ref) bool { return r.Root() == "flow" && (r.Name(1) == "sid" || r.Name(1) == "") })
}
