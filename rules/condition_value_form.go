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

// reportForms reports the questions that say in what form the answer is to be, digits or a date, when the regular expressions
// of their split refuse each answer of that form: once. So it does where only the word after a refusal says so.
func reportForms(p *lint.Pass) {
	var d *finding.Diagnostic
	menus := answers.Menus.Of(p)
	for i := range menus {
		m := &menus[i]
		if slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Operator() != "regex" }) {
			continue
		}
		by := m.Question
		samples, said := offer.FormSamples(effects.Prompt(by).Text())
		told := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
		if told == nil || told != m.Question && !m.Again() && !offer.SaysWrong(effects.Prompt(told).Text()) {
			continue
		}
		if said == "" {
			by = told
			samples, said = offer.FormSamples(effects.Prompt(by).Text())
		}
		if said == "" || slices.ContainsFunc(samples, func(text string) bool {
			return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(text) != split.No })
		}) {
			continue
		}
		if d == nil {
			d = p.Reportf(m.Branches[0].Condition.Value, "%s says %s, and %s refuses each answer of that form, %s too; let one through, or correct the text",
				by.Label(), words.Quote(said), m.Split.Label(), words.Quote(samples[0])).As(finding.Warning).Relate(effects.Prompt(by), "where it is said").Identify(m.Split.Label())
		} else {
			d.Also(m.Branches[0].Condition.Value, "so it is here")
		}
	}
}
