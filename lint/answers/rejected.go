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
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// A Rejection is a branch for an answer that a text offers, which leads to one that says that there is no such answer.
type Rejection struct {
	Branch reads.Branch
	Offer  Offer
	Told   *flow.Widget
}

// Rejections are the first of those of each split.
var Rejections = lint.NewFact(func(d *project.Document) map[*flow.Widget]Rejection {
	var all map[*flow.Widget]Rejection
	for _, m := range AllMenus.Of(d) {
		for _, b := range m.Branches {
			r, ok := m.rejection(b)
			if !ok || all[b.Transition.From].Told != nil {
				continue
			}
			if all == nil {
				all = map[*flow.Widget]Rejection{}
			}
			all[b.Transition.From] = r
		}
	}
	return all
})

// rejection tells whether a branch for an answer that is offered leads to a text which says that there is none such.
// The no to a question whether something is right may well be told that it was not understood.
func (m *Menu) rejection(b reads.Branch) (Rejection, bool) {
	told := effects.Next(b.Transition, effects.Tells, effects.Asks)
	if told == nil || told == m.Question || told.Incomplete || !m.asksAnew(told, b.Transition.From) || !m.saysNoSuch(effects.Prompt(told).Text(), told) {
		return Rejection{}, false
	}
	if text := effects.Prompt(m.Question).Text(); offer.AsksIfRight(text) || offer.Confirms(text) {
		return Rejection{}, false
	}
	for _, o := range m.Offers {
		if o.By != told && !o.Repeats() && !offer.Declines(o.Purpose()) && !words.IsPlainNo(strings.ToLower(o.Answer)) &&
			b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes {
			return Rejection{b, o, told}, true
		}
	}
	return Rejection{}, false
}

// asksAnew reports whether a widget leads back to the question of a menu, or asks it itself: what it says of
// wrong answers is of those to that question then, and not of what has been chosen.
func (m *Menu) asksAnew(told, test *flow.Widget) bool {
	if effects.ActOf(told) == effects.Asks {
		return slices.ContainsFunc(told.Transitions, func(t *flow.Transition) bool { return effects.PastSetting(t) == test })
	}
	return effects.Next(told.Onward(), effects.Asks) == m.Question
}

// saysNoSuch reports whether a text says that an answer is none of those that are taken, or that none came; also that it asks for a valid
// one, where the menu has but one branch and what fits none leads on elsewhere.
func (m *Menu) saysNoSuch(text string, told *flow.Widget) bool {
	if offer.NothingHeard(text) != "" {
		return !strings.Contains(text, "{%")
	}
	if offer.SaysWrong(text) {
		return !strings.Contains(text, "{%") && !offer.GivesVerdict(text)
	}
	if len(m.Branches) != 1 || m.Otherwise == nil || !offer.WantsValid(text) || effects.ActOf(told) != effects.Tells || strings.Contains(text, "{%") {
		return false
	}
	to := effects.PastSetting(m.Otherwise)
	return to != nil && to != told && to != m.Question && !m.Again() && !isWrongness(to)
}

// isWrongness reports whether a widget tells that an answer was wrong, or asks for a valid one.
func isWrongness(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	return offer.SaysWrong(text) || offer.WantsValid(text)
}
