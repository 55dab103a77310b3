package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportScales reports the words after a wrong answer that name another range of numbers than the
// question does, to which they lead back, and the questions that ask it once more with another range.
func reportScales(p *lint.Pass) {
	for _, m := range answers.Menus.Of(p) {
		low, high, said, ok := offer.Bounds(effects.Prompt(m.Question).Text())
		if !ok || m.Otherwise == nil {
			continue
		}
		w := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
		if w == nil || w == m.Question || !m.Again() && !asksOnceMore(p, m, w) {
			continue
		}
		n := effects.Prompt(w)
		if least, most, other, named := offer.Bounds(n.Text()); named && (least != low || most != high) {
			p.Reportf(n, "%s asks for %s after a wrong answer, but %s for %s; say the same", w.Label(), words.Quote(other), m.Question.Label(), words.Quote(said)).
				Relate(effects.PlaceOfPrompt(m.Question), "the question")
		}
	}
}

// asksOnceMore reports whether a question asks once more for the answer to a menu: it says so, and its answer
// leads to one of the places to which that menu leads.
func asksOnceMore(p *lint.Pass, m *answers.Menu, w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Asks || !offer.AsksAnew(text) && !offer.SaysWrong(text) && !offer.WantsValid(text) && !offer.TellsToWrite(text) {
		return false
	}
	leads := func(t *flow.Transition) bool {
		to := m.Leads(t)
		return to != nil && slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return m.Leads(b.Transition) == to })
	}
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		split := effects.Next(t, effects.Splits)
		return t.Facts.Kind == schemas.KindInput &&
			(leads(t) || split == m.Split || split != nil && slices.ContainsFunc(split.Transitions, leads))
	})
}
