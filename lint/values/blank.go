package values

import (
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
	w := r.Widget
	if !w.Facts.Split || len(w.Transitions) < 2 {
		return nil
	}
	for _, other := range reads.Compared(d.Flow, w) {
		if !isBlankAlike(d.Flow, r, other) {
			return nil
		}
	}
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

// isBlankAlike reports whether what another reference reads is blank when the first one's is: it is the same, or of
// the same widget, which does not exist.
func isBlankAlike(f *flow.Flow, r, other flow.Ref) bool {
	if reads.Path(other) == reads.Path(r) {
		return true
	}
	name, _, ok := r.Output()
	its, _, itsOk := other.Output()
	return ok && itsOk && name == its && f.Widget(name) == nil
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
