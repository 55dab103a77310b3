package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/values"
)

// reportOnlyWrong reports what tells that an answer is wrong, says no goodbye, and is the last that
// is heard, though the question is not asked again: once.
func reportOnlyWrong(p *lint.Pass) {
	var d *finding.Diagnostic
	told := map[*flow.Widget]bool{}
	for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			m := &menus[i]
			if m.Otherwise == nil || m.Otherwise.Meant == nil || told[m.Otherwise.Meant] || !onlySaysWrong(p, m.Otherwise.Meant) {
				continue
			}
			w := m.Otherwise.Meant
			told[w] = true
			if d == nil {
				d = p.Reportf(w, "%s only says that an answer to %s is wrong, and then nothing comes; lead it back to the question, or say what to do",
					w.Label(), m.Question.Label()).Identify(w.Label()).Relate(m.Otherwise, "how one comes there")
			} else {
				d.Also(w, "so does "+w.Label())
			}
		}
	}
}

// onlySaysWrong reports whether a widget tells that an answer is wrong, and neither what to do nor
// goodbye, and nothing is heard after it.
func onlySaysWrong(p *lint.Pass, w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Tells || w.Incomplete || len(w.Transitions) == 0 || liquid.HasMarkup(text) ||
		!offer.SaysWrong(text) || offer.Closes(text) || offer.Parts(text) || offer.Furthers(text) {
		return false
	}
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return !values.EndsUnheard(p, t) })
}
