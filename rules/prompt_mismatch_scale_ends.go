package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportScaleEnds reports the questions that say which number of a scale is for good and which for bad, and are sorry
// after the good one, or glad of the bad one.
func reportScaleEnds(p *lint.Pass) {
	for _, m := range answers.Menus.Of(p) {
		prompt := effects.Prompt(m.Question)
		good, bad, ok := offer.ScaleEnds(prompt.Text())
		if !ok {
			continue
		}
		praised, blamed := toldOn(m, good), toldOn(m, bad)
		if praised == nil || blamed == nil || praised == blamed {
			continue
		}
		kind, cruel := effects.Prompt(praised), effects.Prompt(blamed)
		sorry := offer.Sympathizes(kind.Text()) && !offer.Rejoices(kind.Text())
		glad := offer.Rejoices(cruel.Text()) && !offer.Sympathizes(cruel.Text())
		if sorry && !offer.Sympathizes(cruel.Text()) || glad && !offer.Rejoices(kind.Text()) {
			at, number, told := kind, good, praised
			if !sorry {
				at, number, told = cruel, bad, blamed
			}
			p.Reportf(at, "%s asks for %s as the good end of the scale and %s as the bad one, but after %s comes %s: one of the two is the wrong way round",
				m.Question.Label(), words.Quote(good), words.Quote(bad), words.Quote(number), told.Label()).
				As(finding.Warning).Relate(prompt, "the question")
		}
	}
}

// toldOn returns the widget that first tells or asks something after a key of a menu, past what is kept or sent on; nil
// where that is not certain.
func toldOn(m *answers.Menu, key string) *flow.Widget {
	for i := range m.Branches {
		b := &m.Branches[i]
		switch holds := b.Comparison.Holds(key); {
		case !b.Literal || holds == split.Unsure || len(b.Transition.Conditions) != 1:
			return nil
		case holds == split.Yes:
			return nextTold(b.Transition)
		}
	}
	if m.Otherwise == nil {
		return nil
	}
	return nextTold(m.Otherwise)
}

// nextTold returns the widget that first tells or asks something on a way, past what is kept or sent on; nil where something
// else comes.
func nextTold(t *flow.Transition) *flow.Widget {
	if w := effects.Next(t, effects.Tells, effects.Asks); w != nil {
		return w
	}
	if w := effects.Next(t, effects.Requests); w != nil && w.Onward() != nil {
		return effects.Next(w.Onward(), effects.Tells, effects.Asks)
	}
	return nil
}
