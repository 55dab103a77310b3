package values

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Blank says for a message what comes of a reference to what is always blank: which way a split that
// tests nothing else always takes, or else what is given, in words such as "it is blank".
func Blank(d *project.Document, r flow.Ref, otherwise string) string {
	t := whenBlank(d, r)
	switch {
	case t == nil:
		return otherwise
	case t.Ends():
		return "the split always takes " + words.Quote(t.Event) + " and ends"
	case t.Facts.Kind == schemas.KindNoMatch:
		return "the split always takes " + words.Quote(t.Event) + ", to " + words.Quote(t.Next)
	}
	return "the split always goes to " + words.Quote(t.Next)
}

// whenBlank returns the transition by which a split is always left when what a reference reads is blank; nil
// where it tests something else, too, and when that cannot be told.
func whenBlank(d *project.Document, r flow.Ref) *flow.Transition {
	way := blankWays.Of(d)[r.Widget.Index]
	if way.to == nil {
		return nil
	}
	name, _, ok := r.Output()
	if ok && way.absent != "" && way.absent == name || way.path != "" && way.path == reads.Path(r) {
		return way.to
	}
	return nil
}

// A blankWay is the way that a split always takes when all that it tests is blank.
type blankWay struct {
	path   string // all that it tests; "" where it tests several outputs
	absent string // the widget that is not there, whose outputs are all that it tests
	to     *flow.Transition
}

// blankWays are those of the splits, by the index of the widget.
var blankWays = lint.NewFact(func(d *project.Document) []blankWay {
	all := make([]blankWay, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		if !w.Facts.Split || len(w.Transitions) < 2 || !d.Flow.Reachable(w) {
			continue
		}
		way := testedAlone(d.Flow, w)
		if way.path != "" || way.absent != "" {
			way.to = leftBlank(d, w)
		}
		all[i] = way
	}
	return all
})

// testedAlone returns the only path that a split tests, and the only widget when that is not there.
func testedAlone(f *flow.Flow, w *flow.Widget) (way blankWay) {
	for i, r := range reads.Compared(f, w) {
		path := reads.Path(r)
		name, _, _ := r.Output()
		if name != "" && f.Widget(name) != nil {
			name = ""
		}
		if i == 0 {
			way.path, way.absent = path, name
		}
		if way.path != path {
			way.path = ""
		}
		if way.absent != name {
			way.absent = ""
		}
		if way.path == "" && way.absent == "" {
			return way
		}
	}
	return way
}

// leftBlank returns the transition by which a split is left when all that it tests is blank; nil when that cannot be
// told.
func leftBlank(d *project.Document, w *flow.Widget) *flow.Transition {
	for _, t := range w.Transitions {
		if t.Facts.Kind == schemas.KindNoMatch {
			continue
		}
		switch holdsForBlank(d, t) {
		case split.Yes:
			return followed(t)
		case split.Unsure:
			return nil
		}
	}
	if t := w.OnKind(schemas.KindNoMatch); t != nil {
		return followed(t)
	}
	return nil
}

// followed returns a transition that ends or leads to a widget; nil for another.
func followed(t *flow.Transition) *flow.Transition {
	if t.Ends() || t.Meant != nil {
		return t
	}
	return nil
}

// holdsForBlank tells whether a match is taken when all that its conditions test is blank.
func holdsForBlank(d *project.Document, t *flow.Transition) split.Answer {
	all := reads.BranchesOf(d, t)
	if t.Facts.Kind != schemas.KindBranch || len(all) == 0 || len(all) != len(t.Conditions) {
		return split.Unsure
	}
	answer := split.Yes
	for _, b := range all {
		if _, ok := reads.OnlyRead(d.Flow, b.Condition); !ok || !b.Literal {
			return split.Unsure
		}
		switch b.Comparison.HoldsForBlank() {
		case split.No:
			return split.No
		case split.Unsure:
			answer = split.Unsure
		}
	}
	return answer
}
