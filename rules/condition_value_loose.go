package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLoose reports the regular expressions whose dot takes any character where one of an amount, or of an address of
// mail, is meant: once a flow.
func reportLoose(p *lint.Pass) {
	var d *finding.Diagnostic
	for b := range reads.EachBranch(p) {
		if b.Comparison.Operator() != split.Regex || !b.Literal || !p.Flow.Reachable(b.Transition.From) {
			continue
		}
		expression := b.Condition.Value.Text()
		at, host := split.LooseDot(expression)
		if at < 0 || !host && !asksWithDot(p, b) {
			continue
		}
		fits := "name@examplecom"
		if !host {
			fits = "12950"
		}
		if d == nil {
			d = p.Reportf(b.Condition.Value.Part(at, at+1), "the dot in %s takes any character, so %s fits it like one with a dot; write \\.",
				words.Quote(expression), words.Quote(fits)).As(finding.Note).Identify(expression)
		} else {
			d.Also(b, "so it is here")
		}
	}
}

// asksWithDot reports whether a branch tests what was written to a question that asks for an amount, or shows a number
// with a dot, and none with another mark.
func asksWithDot(p *lint.Pass, b reads.Branch) bool {
	r, ok := reads.TestedAnswer(p.Flow, b.Condition)
	if !ok || reads.Holds(p.Flow, r) == schemas.HoldsKeys {
		return false
	}
	asked := reads.Widget(p.Flow, r)
	if asked == nil {
		return false
	}
	text := effects.Prompt(asked).Text()
	otherwise := b.Transition.From.OnKind(schemas.KindNoMatch)
	if told := effects.Next(otherwise, effects.Tells, effects.Asks); told != nil && told != asked {
		text += "\n" + effects.Prompt(told).Text()
	}
	return !strings.ContainsAny(text, "/") && offer.ShowsDot(text)
}
