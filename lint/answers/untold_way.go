package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/values"
)

// An UntoldWay is a promise that somebody will come back to a person which some ways to it keep, and one does not:
// on that one nobody is told.
type UntoldWay struct {
	By    *flow.Widget
	Words string           // of the text
	Last  *flow.Transition // by which the person comes to it, over nothing but variables
	Ways  flow.Routes      // those on which nobody is told
}

// UntoldWays are those of a flow, on ways that a person chooses or that his silence takes.
var UntoldWays = lint.NewFact(func(d *project.Document) (all []UntoldWay) {
	const far = 24 // texts
	f := d.Flow
	if start := f.Begin(); start == nil || !start.Facts.Starts || f.Entry(flow.ParentEvent) != nil || len(f.Unfollowable()) > 0 {
		return nil
	}
	var routes flow.Routes
	looked := 0
	for _, w := range f.Widgets {
		text, ok := promising(w)
		if !ok || effects.OnlyInto(w) != nil || !slices.Contains(promisesOf(f, w), offer.CallBack) {
			continue
		}
		said, ok := offer.Promises(text, offer.CallBack)
		if !ok {
			continue
		}
		if looked++; looked > far {
			return all
		}
		if handedOut(f, w) || nobodyLearns(d, w, false) || tellers.Of(d).Follow(w) {
			continue
		}
		if routes == nil {
			routes = f.Routes(func(t *flow.Transition) bool { return !tellsOthers(f, t.From) })
		}
		if path, ok := routes.To(w); ok && len(path) > 0 {
			if last := lastChoice(d, path); last != nil {
				all = append(all, UntoldWay{w, said, last, routes})
			}
		}
	}
	return all
})

// lastChoice returns what a person last did on a way, or did not do, when nothing but variables comes after it, and no
// split on the way decides by what may tell it from others; else nil.
func lastChoice(d *project.Document, path []*flow.Transition) (last *flow.Transition) {
	persons := values.AsksPerson.Of(d)
	for _, t := range path {
		switch effects.ActOf(t.From) {
		case effects.Asks:
			last = t
		case effects.Splits:
			if persons[t.From.Index] {
				last = t
			} else if last != nil {
				return nil
			}
		case effects.Sets, effects.Begins:
		default:
			last = nil
		}
	}
	return last
}
