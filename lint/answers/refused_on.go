package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
)

// A RefusedOn is a no after which a person hears that nothing is done or goes on, and which then leads where the yes leads.
type RefusedOn struct {
	Menu    *Menu
	No, Yes string
	Told    *flow.Widget
	On      *flow.Transition // by which the text leads on
	To      *flow.Widget
}

// RefusedOns are those of a flow.
var RefusedOns = lint.NewFact(func(d *project.Document) (all []RefusedOn) {
	for _, m := range AllMenus.Of(d) {
		if !m.tellsOfRefusal() {
			continue // nearly always
		}
		if r, ok := m.refusedOn(); ok && !readBeside(m.flow, m) {
			all = append(all, r)
		}
	}
	return all
})

// tellsOfRefusal reports whether a way of a menu leads to a text which says that nothing is done or goes on, and from
// there somewhere.
func (m *Menu) tellsOfRefusal() bool {
	for i := range m.Branches {
		if tellsRefused(m.Branches[i].Transition) {
			return true
		}
	}
	return tellsRefused(m.Otherwise)
}

func tellsRefused(t *flow.Transition) bool {
	told := effects.Next(t, effects.Tells)
	if told == nil || effects.PastSetting(told.Onward()) == nil {
		return false
	}
	text := effects.Prompt(told).Text()
	return offer.CannotGoOn(text) || offer.LeftAsItWas(text)
}

// refusedOn returns the no to a question whose yes leads to the step that comes after the words for the no.
func (m *Menu) refusedOn() (r RefusedOn, ok bool) {
	r.Menu = m
	no, by := m.sparing("")
	if by == nil || !tellsRefused(by) {
		return r, false
	}
	r.No, r.Told = no, m.Leads(by)
	if effects.ActOf(r.Told) != effects.Tells {
		return r, false // something is kept that tells the two apart
	}
	r.On = r.Told.Onward()
	r.To = m.Leads(r.On)
	yes, _ := m.minds(effects.Prompt(m.Question).Text())
	if r.To == m.Question || yes == nil || r.To == nil || m.Leads(yes.Transition) != r.To {
		return r, false
	}
	r.Yes = yes.Comparison.Value()
	return r, offer.CannotGoOn(effects.Prompt(r.Told).Text()) || does(r.To)
}
