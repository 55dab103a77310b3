package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// MayTakeLike reports whether a branch may take an answer with any digits in place of those of a sample.
func (m *Menu) MayTakeLike(sample string) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		switch {
		case !b.Literal:
			return true
		case b.Comparison.Operator() == split.Regex:
			return b.Comparison.MayHoldLike(sample)
		}
		return b.Comparison.Holds(sample) != split.No
	})
}

// An OtherForm is what is told after a wrong answer, where it names another form than the question does.
type OtherForm struct {
	Question, Told *flow.Widget
	Asked, Says    string // the words that name the forms
	Count          bool   // the question only takes so many digits, and does not say so
}

// OtherForms returns those of a flow, one a menu, where the question is asked again. What the split refuses as the
// question says it, and takes as it is told later, is told of by that.
func OtherForms(of lint.Subject) (all []OtherForm) {
	for _, m := range Menus.Of(of) {
		if m.Otherwise == nil {
			continue
		}
		told := effects.Next(m.Otherwise, effects.Tells, effects.Asks)
		if told == nil || told == m.Question || !m.Again() {
			continue
		}
		asked, says := effects.Prompt(m.Question).Text(), effects.Prompt(told).Text()
		if says == "" || liquid.HasTags(asked) || liquid.HasTags(says) {
			continue
		}
		if a, b, ok := m.formsOf(asked, says); ok {
			all = append(all, OtherForm{m.Question, told, a, b, false})
		} else if b, ok := m.notCounted(asked, says); ok {
			all = append(all, OtherForm{m.Question, told, "", b, true})
		}
	}
	return all
}

// formsOf returns the words by which a question and what is told after it name two forms.
func (m *Menu) formsOf(question, told string) (asked, says string, ok bool) {
	one, asked := offer.DateSample(question)
	other, says := offer.DateSample(told)
	if asked == "" || says == "" {
		const fewest = 2 // digits that are a number, and not a key
		a, digitsAsked := offer.Digits(question)
		b, digitsTold := offer.Digits(told)
		if a < fewest || b < fewest || a == b || m.counts() == b {
			return "", "", false
		}
		one, _ = offer.DigitSample(question)
		other, _ = offer.DigitSample(told)
		asked, says = digitsAsked, digitsTold
	} else if one == other || one == "" || other == "" {
		return "", "", false
	}
	if offer.AsksBeyondForm(question, asked) || offer.AsksBeyondForm(told, says) ||
		one != "" && other != "" && !m.MayTakeLike(one) && m.MayTakeLike(other) {
		return "", "", false
	}
	return asked, says, true
}

// notCounted returns the words of what is told after a wrong answer that name another number of digits than the question
// takes, which itself says none.
func (m *Menu) notCounted(question, told string) (says string, ok bool) {
	const fewest = 3
	n, says := offer.Digits(told)
	takes := m.counts()
	if n < fewest || takes < fewest || n == takes || offer.AsksBeyondForm(told, says) {
		return "", false
	}
	if asked, _ := offer.Digits(question); asked != 0 {
		return "", false
	}
	return says, true
}

// counts returns how many keys the question takes; 0 where nothing is known of it.
func (m *Menu) counts() int {
	keys := m.Question.Facts.KeyEntry
	if keys == nil {
		return 0
	}
	n, ok := m.Question.Property(keys.Count).Number()
	if !ok || !effects.Allowed(m.Question, keys.Count, n) {
		return 0
	}
	return int(n)
}
