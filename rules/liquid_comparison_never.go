package rules

import (
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// nothing looks at what a request has brought compared with the word for nothing, as a text.
func (c *comparisonChecker) nothing(r flow.Ref, filters []liquid.Filter, op liquid.Operator, constant *liquid.Term, text string) bool {
	if len(filters) > 0 || op == liquid.Contains || reads.Response(c.Flow, r) == nil ||
		!words.IsNull(text) {
		return false
	}
	if d, first := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "what is null or missing is nothing, and not the text %s, so %s %s does not tell it; write nil without quotes",
		words.Quote(text), op, words.Quote(text)); first {
		d.As(finding.Note)
	}
	return true
}

// neverHolds reports a comparison of a variable with a text to which the flow never sets it.
func (c *comparisonChecker) neverHolds(r flow.Ref, filters []liquid.Filter, op liquid.Operator, constant *liquid.Term, text string) bool {
	if op == liquid.Contains || !reads.OnlyAlter(filters, schemas.AltersBlanks) {
		return false
	}
	fixed := values.Held.Of(c.Pass).FixedTexts(r)
	if len(fixed) == 0 || slices.Contains(fixed, strings.TrimSpace(text)) || !c.Flow.Reachable(c.Widget) {
		return false
	}
	outcome := "never"
	if op == liquid.NotEqual {
		outcome = "always"
	}
	d, _ := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "%s is set to %s alone, so %s %s %s holds; write one of these",
		reads.Path(r), words.List(fixed), op, words.Quote(text), outcome)
	for _, other := range fixed {
		if strings.EqualFold(other, text) {
			d.SuggestMore(true, "Write it in these letters", c.Place(constant.Operand.Span).Replace(strings.Replace(constant.In(c.Text), text, other, 1)))
		}
	}
	return true
}

// numberWithText reports a number that is compared with a text.
func (c *comparisonChecker) numberWithText(r flow.Ref, op liquid.Operator, constant *liquid.Term, text string) {
	if op == liquid.Contains {
		return
	}
	outcome := "never"
	if op == liquid.NotEqual {
		outcome = "always"
	}
	d, _ := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "what is made of %s is a number, and %s a text, so %s %s holds; write the number without quotes",
		reads.Path(r), words.Quote(text), op, outcome)
	if split.IsNumber(text) {
		d.SuggestMore(true, "Write the number", c.Place(constant.Operand.Span).Replace(text))
	}
}

// neverSet reports a comparison with an empty text of what may never have been set.
func (c *comparisonChecker) neverSet(r flow.Ref, filters []liquid.Filter, op liquid.Operator, constant *liquid.Term) {
	unset := values.Held.Of(c.Pass).At(r).Unset || r.Root() == "flow" && r.Name(1) == "data"
	if !unset || len(filters) > 0 || op == liquid.Contains {
		return
	}
	if d, first := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "%s may never have been set, and that is not the same as an empty text: the comparison with it does not hold; test {%% if %s %%} as well",
		reads.Path(r), reads.Path(r)); first {
		d.As(finding.Note)
	}
}
