package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportScales reports the words after a wrong answer that name another range of numbers than the
// question does, to which they lead back.
func reportScales(p *lint.Pass) {
	menus := answers.Menus.Of(p)
	for i := range menus {
		m := &menus[i]
		low, high, said, ok := offer.Bounds(effects.Prompt(m.Question).Text())
		if !ok || !m.Again() {
			continue
		}
		w := effects.Next(m.Otherwise, effects.Tells)
		if w == nil || w == m.Question {
			continue
		}
		n := effects.Prompt(w)
		if least, most, other, named := offer.Bounds(n.Text()); named && (least != low || most != high) {
			p.Reportf(n, "%s asks for %s after a wrong answer, but %s for %s; say the same", w.Label(), words.Quote(other), m.Question.Label(), words.Quote(said)).
				Relate(effects.Prompt(m.Question), "the question")
		}
	}
}
