package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// An Astray is a branch for an answer that is offered in order to enter again what is repeated there,
// and that leads to another question first.
type Astray struct {
	Branch        reads.Branch
	Purpose       string
	Here          *flow.Widget // the question where it is offered
	Entered, Asks *flow.Widget // the question for what is repeated, and the one that comes
}

// Astrays are those of a flow. Where several answers are repeated, a menu of them may come first; where
// nothing leads back any more, the branch is one of the Strays.
var Astrays = lint.NewFact(func(d *project.Document) (all []Astray) {
	for _, m := range Menus.Of(d) {
		j := slices.IndexFunc(m.Offers, func(o Offer) bool { return o.By == m.Question && o.Reenters() && !offer.Begins(o.Purpose()) })
		if j < 0 {
			continue
		}
		b := m.takenBy(m.Offers[j].Answer)
		entered := repeated(d.Flow, m.Question)
		if b == nil || entered == nil || b.Transition.Meant == nil || m.Leads(b.Transition) == m.Question ||
			!mayLeadBack(d.Flow, b.Transition.Meant, m.Question) {
			continue
		}
		if first := firstAsked(b.Transition.Meant); first != nil && first != entered && first != m.Question && !sameAnswer(d.Flow, first, entered) {
			all = append(all, Astray{*b, m.Offers[j].Purpose(), m.Question, entered, first})
		}
	}
	return all
})

// repeated returns the only question whose answer a question repeats; nil where there is none, or more.
func repeated(f *flow.Flow, w *flow.Widget) (asked *flow.Widget) {
	t := f.TemplateAt(effects.Prompt(w))
	if t == nil {
		return nil
	}
	for _, r := range t.Refs() {
		other := reads.Widget(f, r)
		if other == nil || other == w || !reads.IsAnswer(f, r) || asked != nil && asked != other {
			return nil
		}
		asked = other
	}
	return asked
}

// firstAsked returns what is asked next from a widget on, over words and variables; nil where anything
// else comes first.
func firstAsked(w *flow.Widget) *flow.Widget {
	const far = 6
	if w = effects.Past(w, far, effects.Tells, effects.Sets); w == nil || effects.ActOf(w) != effects.Asks {
		return nil
	}
	return w
}

// sameAnswer reports whether two questions ask for the same, as the copy of one for a second attempt
// does: what one leads to on an answer, the other leads to.
func sameAnswer(f *flow.Flow, a, b *flow.Widget) bool {
	one, other := a.OnKind(schemas.KindInput), b.OnKind(schemas.KindInput)
	return one != nil && other != nil && effects.PastIdle(f, one) == effects.PastIdle(f, other) || effects.Prompt(a).Text() == effects.Prompt(b).Text()
}
