package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-dialect", Title: "Liquid that engines do not take for the same",
		Group: finding.Liquid, Severity: finding.Note,
		Doc: `Finds what Shopify's engine and those of other languages decide differently: "and"
mixed with "or", parentheses in a condition, == blank and == empty, <>, "or" in when, a
line break inside {{ }}, a blank beside the dot of a path, "}}" within quotes,
{%- endraw %}, half a block in a comment, break outside a loop, and divided_by with a
whole number.

Twilio has not published Studio's engine, so what happens is not known, and may change.
Each kind is reported once in a flow, at the first place.

Write what every engine takes for the same; the message says what.`,
	},
	Check: func(p *lint.Pass) {
		for _, t := range p.Flow.Templates() {
			if t.Literal || !t.Liquid.Readable() {
				continue
			}
			for _, d := range t.Liquid.Differences(t.Text) {
				p.ReportOncef(nil, t.Place(d.Span), "Liquid engines differ here: %s", d.Message)
			}
		}
	},
})
