package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/twins"
	"studiolint/schemas"
)

// A SameCall are two answers to a menu that are offered for different things, and put through to the same people by a
// widget each, while every other answer has people of its own.
type SameCall struct {
	Menu             *Menu
	One, Other       *flow.Widget
	ForOne, ForOther string // what they are offered for
	Whom             string
	Property         string // of the widgets, that says whom they call
	OneBy, OtherBy   *flow.Transition
}

// SameCalls returns those of a flow, one a menu.
func SameCalls(of lint.Subject) (all []SameCall) {
	purposes := Purposes.Of(of)
	for _, m := range AllMenus.Of(of) {
		const least = 3 // branches
		if m := m; len(m.Branches) >= least && m.Question.Needs() == schemas.NeedsCall {
			if s, ok := m.sameCall(of, purposes); ok {
				all = append(all, s)
			}
		}
	}
	return all
}

// sameCall returns the only two answers of a menu that lead to the same people, where two others and more lead to others;
// one will do where each of the two is announced in words of its own, or the queue is named after one of them.
func (m *Menu) sameCall(of lint.Subject, purposes map[*flow.Transition][]string) (found SameCall, ok bool) {
	called := map[string]*reads.Branch{}
	for i := range m.Branches {
		b := &m.Branches[i]
		w, whom, property := calledBy(of, m.flow, b.Transition)
		if whom == "" {
			continue
		}
		before := called[whom]
		if before == nil {
			called[whom] = b
			continue
		}
		one, _, _ := calledBy(of, m.flow, before.Transition)
		forOne, forOther := purposes[before.Transition], purposes[b.Transition]
		if one == w || ok || len(forOne) != 1 || len(forOther) != 1 || !twins.AreAlike(one, w) {
			return SameCall{}, false
		}
		found = SameCall{Menu: m, One: one, Other: w, ForOne: forOne[0], ForOther: forOther[0],
			Whom: whom, Property: property, OneBy: before.Transition, OtherBy: b.Transition}
		ok = true
	}
	const others = 2
	if !ok || len(called) < others {
		return SameCall{}, false
	}
	if len(called) == others && !m.announcesBoth(&found) &&
		!offer.NamesOneOf(found.Whom, found.ForOne, found.ForOther) {
		return SameCall{}, false
	}
	return found, !offer.MayShareDesk(found.ForOne, found.ForOther)
}

// announcesBoth reports whether each of two answers leads to a text of its own before the call, and the two differ.
func (m *Menu) announcesBoth(s *SameCall) bool {
	one, other := effects.Next(s.OneBy, effects.Tells), effects.Next(s.OtherBy, effects.Tells)
	return one != nil && other != nil && one != other && effects.Prompt(one).Text() != effects.Prompt(other).Text()
}

// calledBy returns the widget by which a branch puts a caller through, at once or after a text, and whom: a number, a
// queue; "" where that is not known, or others come there, too.
func calledBy(of lint.Subject, f *flow.Flow, t *flow.Transition) (w *flow.Widget, whom, property string) {
	const texts = 2
	if w = effects.OverIdle(f, t, texts+1, effects.Tells); w == nil || effects.ActOf(w) != effects.HandsOver || w.Incomplete ||
		effects.OnlyInto(w) == nil || w.Facts.FlexTask != nil {
		return nil, "", ""
	}
	if w.Facts.Transfer != nil && w.Facts.Calls != nil {
		property = w.Facts.Calls.To
	} else if property = w.Facts.Queue; property == "" {
		return nil, "", ""
	}
	whom, ok := shape.Literal(of, w.Property(property))
	if !ok {
		return nil, "", ""
	}
	return w, whom, property
}
