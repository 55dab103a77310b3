package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportForms reports the questions that say in what form the answer is to be, digits or a date, when the regular
// expressions of their split let no answer of that form through, whatever its digits: once. One that takes only some of
// them, the years of a century or a certain code, is meant. So it does where only the word after a refusal says so.
func reportForms(p *lint.Pass) {
	var d *finding.Diagnostic
	menus := answers.Menus.Of(p)
	for i := range menus {
		m := &menus[i]
		if slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Operator() != split.Regex }) {
			continue
		}
		by := m.Question
		sample, said := offer.FormSample(effects.Prompt(by).Text())
		told := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
		if told == nil || told != m.Question && !m.Again() && !offer.SaysWrong(effects.Prompt(told).Text()) {
			continue
		}
		if said == "" {
			by = told
			sample, said = offer.FormSample(effects.Prompt(by).Text())
		}
		if said == "" || slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return !b.Literal || b.Comparison.MayHoldLike(sample) }) ||
			offer.AsksBeyondForm(effects.Prompt(m.Question).Text(), said) || offer.AsksBeyondForm(effects.Prompt(told).Text(), said) {
			continue
		}
		if d == nil {
			d = p.Reportf(m.Branches[0].Condition.Value, "%s says %s, but %s refuses each such answer (%s); take them, or correct the text",
				by.Label(), words.Quote(said), m.Split.Label(), words.Quote(sample)).As(finding.Warning).Relate(effects.Prompt(by), "where it is said").Identify(m.Split.Label())
		} else {
			d.Also(m.Branches[0].Condition.Value, "so it is here")
		}
	}
}
