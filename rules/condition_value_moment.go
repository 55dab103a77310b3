package rules

import (
	"strings"
	"time"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkCountable reports a value that is no number where numbers are compared.
func checkCountable(p *lint.Pass, b reads.Branch, value string) {
	if split.IsNumber(value) {
		return
	}
	operator := b.Condition.Operator
	for i := range b.Transition.From.Facts.Operators {
		if o := &b.Transition.From.Facts.Operators[i]; split.Likens(operator, o.Name) && isWritten(o, value) {
			p.Reportf(b, "%s compares numbers, and %s is a %s, so this branch is never taken; use %s", operator, words.Quote(value), o.Value, o.Name).
				SuggestName(false, o.Name, b.Condition.Node.Get("type").SetText(o.Name))
			return
		}
	}
	p.ReportSomef("", b, "%s compares numbers, and %s is none, so this branch is never taken; write a number",
		operator, words.Quote(value))
}

// isWritten reports whether a value is written as the time or date that an operator wants, or nearly so.
func isWritten(o *schemas.Operator, value string) bool {
	switch o.Value {
	case schemas.ValueTime:
		return split.LooksLikeTime(o.Name, value, split.OtherTimes)
	case schemas.ValueDate:
		return split.LooksLikeTime(o.Name, value, split.OtherDates)
	}
	return false
}

// checkClock reports a time or date that is not written as the operator wants,
// and corrects it when it is clear what it is.
func checkClock(p *lint.Pass, b reads.Branch, value, want string, others []string) {
	layout := split.Layout(b.Condition.Operator)
	if split.IsTime(layout, value) {
		return
	}
	for _, other := range others {
		t, err := time.Parse(other, strings.ToUpper(value))
		if err != nil {
			continue
		}
		right := t.Format(layout)
		d := p.Reportf(b, "%s wants %s, with leading zeros; write %s for %s", b.Condition.Operator, want, words.Quote(right), words.Quote(value))
		d.Fixes = append(d.Fixes, finding.Fix{Title: "Write " + words.Quote(right), Safe: other != "15:04:05",
			Changes: []source.Edit{b.Condition.Value.SetText(right)}})
		return
	}
	p.ReportSomef("", b, "%s wants %s, with leading zeros, and %s is none; the branch is not taken as it should be",
		b.Condition.Operator, want, words.Quote(value))
}
