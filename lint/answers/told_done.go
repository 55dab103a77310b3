package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// A ToldDone is an answer by which something is to be left as it is, after which one is told that it was done: the text
// for those for whom a request has done it.
type ToldDone struct {
	Menu *Menu
	By   *flow.Transition // by which the no leads there
	No   string
	Told *flow.Widget
	Deed *flow.Widget // the request
}

// ToldDones returns those of a flow, one a menu, where nothing but look-ups comes before the question: else it may be
// that which is told as done.
func ToldDones(of lint.Subject) (all []ToldDone) {
	for _, m := range AllMenus.Of(of) {
		if t, ok := m.toldDone(); ok {
			all = append(all, t)
		}
	}
	return all
}

func (m *Menu) toldDone() (ToldDone, bool) {
	for i := range m.Branches {
		deed := m.Leads(m.Branches[i].Transition)
		if deed == nil || effects.ActOf(deed) != effects.Requests || effects.LooksUp(deed) {
			continue
		}
		told := effects.Next(deed.OnKind(schemas.KindSuccess), effects.Tells)
		if told == nil || !m.leadsAtOnce(told) {
			continue
		}
		no, by := m.sparing("")
		if by == nil || m.Leads(by) != told || by == m.Branches[i].Transition || m.maySpeakOfMore(deed) {
			continue
		}
		text := effects.Prompt(told).Text()
		if (offer.SaysDone(text) || offer.SaysDoneBeside(text)) && !offer.SaysBooked(text) && !offer.Confirms(text) {
			return ToldDone{m, by, no, told, deed}, true
		}
	}
	return ToldDone{}, false
}

// leadsAtOnce reports whether a menu itself leads to a widget.
func (m *Menu) leadsAtOnce(w *flow.Widget) bool {
	return m.leadsTo(w) || m.Otherwise != nil && m.Leads(m.Otherwise) == w
}

// maySpeakOfMore reports whether some other request than look-ups may have been made before a menu's question.
func (m *Menu) maySpeakOfMore(deed *flow.Widget) bool {
	return slices.ContainsFunc(m.flow.Widgets, func(w *flow.Widget) bool {
		switch effects.ActOf(w) {
		case effects.Requests, effects.RunsFlow, effects.Anything:
			return w != deed && !effects.LooksUp(w) && m.flow.CanPrecede(w, m.Question)
		}
		return false
	})
}
