package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// A Together is two answers of a menu that are offered for different things, one of them something
// that is to be done, and that one branch takes, or two that lead to the same place, while others lead
// elsewhere.
type Together struct {
	Menu   *Menu
	Branch reads.Branch
	Offers [2]Offer
}

// TakenTogether are those of a flow after which nothing tells the two apart any more, nor hands the
// person over to somebody who asks.
var TakenTogether = lint.NewFact(func(d *project.Document) (all []Together) {
	if !known.Of(d).ok {
		return nil
	}
	for _, m := range AllMenus.Of(d) {
		for j, b := range m.Branches {
			if two, ok := m.together(j); ok && !readBeside(d.Flow, m) {
				all = append(all, Together{m, b, two})
			}
		}
	}
	return all
})

// together returns two offers that a branch takes, with those that lead to the same place, and that are for
// different things.
func (m *Menu) together(at int) (two [2]Offer, ok bool) {
	b := m.Branches[at]
	to := effects.PastIdle(m.flow, b.Transition)
	leadsTo := func(other reads.Branch) bool { return effects.PastIdle(m.flow, other.Transition) == to }
	if to == nil || slices.ContainsFunc(m.Branches[:at], leadsTo) || !slices.ContainsFunc(m.Branches, func(other reads.Branch) bool { return !leadsTo(other) }) {
		return two, false
	}
	taken := m.offeredFor(to)
	if len(taken) != 2 || taken[0].Back() || taken[1].Back() || taken[0].Restarts() || taken[1].Restarts() {
		return two, false
	}
	first, second := taken[0].Action(), taken[1].Action()
	if m.takenBy(taken[0].Answer).Transition != m.takenBy(taken[1].Answer).Transition && !areApart(first, second, to) {
		return two, false
	}
	return [2]Offer(taken), first != second && after(to, effects.Tells) != m.Question && !mayBeAsked(b) &&
		!strings.EqualFold(taken[0].Purpose(), taken[1].Purpose())
}

// offeredFor returns the keys that a menu offers for something and that lead to one place by their names.
func (m *Menu) offeredFor(to *flow.Widget) (taken []Offer) {
	for _, o := range m.Offers {
		if o.By != m.Question || !o.IsKey() || o.Purpose() == "" {
			continue
		}
		b := m.takenBy(o.Answer)
		if b == nil || effects.PastIdle(m.flow, b.Transition) != to {
			continue
		}
		if texts, _ := b.Comparison.Texts(); slices.Contains(texts, strings.ToLower(o.Answer)) {
			taken = append(taken, o)
		}
	}
	return taken
}

// areApart reports whether two things that have branches of their own, and lead to the same place, are surely
// two: both are done, they are not two words for a beginning, and nothing asks which it was.
func areApart(first, second string, to *flow.Widget) bool {
	if first == "" || second == "" || offer.Obtains(first) && offer.Obtains(second) {
		return false
	}
	next := after(to, effects.Tells)
	return next == nil || effects.ActOf(next) != effects.Asks || len(offer.In(effects.Prompt(next).Text())) < 2
}

// mayBeAsked reports whether a branch leads to somebody who may ask what was chosen, over what asks
// and tells alone.
func mayBeAsked(b reads.Branch) bool {
	walk := flow.WalkFrom(b.Transition.Meant)
	for w := range walk.First(near) {
		switch act := effects.ActOf(w); {
		case act == effects.HandsOver || w.Facts.TakesMessage:
			return true
		case act == effects.Tells || act == effects.Asks || act == effects.Sets || act == effects.Splits:
			walk.AddNext(w)
		}
	}
	return false
}
