package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportDashes reports the questions that tell people to write a number with dashes or blanks, or without, when the
// regular expressions of their split take it only the other way: once.
func reportDashes(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.Menus.Of(p) {
		told := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
		if told == nil {
			continue
		}
		for _, w := range [...]*flow.Widget{m.Question, told} {
			sign, with, said := offer.SignTold(effects.Prompt(w).Text())
			if sign == "" || !refusesByExpression(m, told) || !refusesSign(m, sign, with) {
				continue
			}
			at := m.Branches[0].Condition.Value
			if d != nil {
				d.Also(at, "so it is here")
				break
			}
			d = p.Reportf(at, "%s says %s, but %s refuses each such answer; take them, or correct the text", w.Label(), words.Quote(said), m.Split.Label()).
				As(finding.Warning).Relate(effects.PlaceOfPrompt(w), "where it is said").Identify(m.Split.Label())
			break
		}
	}
}

// refusesSign reports whether no expression of a menu takes an answer with a sign, or none without it.
func refusesSign(m *answers.Menu, sign string, with bool) bool {
	for _, b := range m.Branches {
		sample, ok := b.Comparison.Sample()
		if !ok || !b.Literal {
			return false
		}
		value := b.Condition.Value.Text()
		if with {
			if strings.Contains(value, sign) || split.MayTakeSigns(value) {
				return false
			}
			continue
		}
		bare := strings.ReplaceAll(sample, sign, "")
		if bare == sample || strings.Contains(value, "|") || b.Comparison.Holds(bare) != split.No {
			return false
		}
	}
	return len(m.Branches) > 0
}
