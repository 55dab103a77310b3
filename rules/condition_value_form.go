package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
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
	for _, m := range answers.Menus.Of(p) {
		told := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
		by, sample, said := sampleOf(m.Question, told)
		if said == "" || m.MayTakeLike(sample) ||
			offer.AsksBeyondForm(effects.Prompt(m.Question).Text(), said) || told != nil && offer.AsksBeyondForm(effects.Prompt(told).Text(), said) {
			continue
		}
		at := m.Near(sample)
		if at == nil && refusesByExpression(m, told) && (by == told || offer.Form(effects.Prompt(by).Text()) != "") {
			at = &m.Branches[0]
		}
		switch {
		case at == nil:
		case d == nil:
			d = p.Reportf(at.Condition.Value, "%s says %s, but %s refuses each such answer (%s); take them, or correct the text",
				by.Label(), words.Quote(said), m.Split.Label(),
				words.Quote(sample)).As(finding.Warning).Relate(effects.PlaceOfPrompt(by),
				"where it is said").Identify(m.Split.Label())
		default:
			d.Also(at.Condition.Value, "so it is here")
		}
	}
}

// sampleOf returns what somebody may write who answers in the form that a question says, or else what is
// told when that fits no branch, with the words that say so; none where neither does. A question may invite
// something else beside so many digits.
func sampleOf(question, told *flow.Widget) (by *flow.Widget, sample, said string) {
	for _, w := range []*flow.Widget{question, told} {
		if w == nil {
			continue
		}
		if sample, said = offer.FormSample(effects.Prompt(w).Text()); said != "" {
			return w, sample, said
		}
	}
	if sample, said = offer.DigitSample(effects.Prompt(question).Text()); said == "" && told != nil && told != question {
		sample, said = offer.DigitSample(effects.Prompt(told).Text())
		return told, sample, said
	}
	return question, sample, said
}

// refusesByExpression reports whether a menu has nothing but regular expressions, and is asked again
// when none matches, or that is told to be wrong.
func refusesByExpression(m *answers.Menu, told *flow.Widget) bool {
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Operator() != split.Regex }) &&
		told != nil && (told == m.Question || m.Again() || offer.SaysWrong(effects.Prompt(told).Text()))
}
