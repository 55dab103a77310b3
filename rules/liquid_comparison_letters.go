package rules

import (
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// letters looks at a comparison with a text of the template's own.
func (c *comparisonChecker) letters(value *liquid.Term, op liquid.Operator, constant *liquid.Term) {
	text := strings.Trim(constant.In(c.Text), `"'`)
	r, filters, ok := c.origin(value)
	if !ok {
		return
	}
	if text == "" {
		c.neverSet(r, filters, op, constant)
		return
	}
	if isNumber(r, filters) {
		c.numberWithText(r, op, constant, text)
		return
	}
	if c.neverHolds(r, filters, op, constant, text) || c.nothing(r, filters, op, constant, text) {
		return
	}
	never := map[string]func(string) string{"downcase": strings.ToLower, "upcase": strings.ToUpper}
	for i := len(filters) - 1; i >= 0; i-- {
		if reads.OnlyAlter(filters[i:i+1], schemas.AltersBlanks, schemas.AltersMissing) {
			continue
		}
		switch name := filters[i].Name; name {
		case "downcase", "upcase":
			if write := never[name](text); write != text {
				outcome := "never"
				if op == liquid.NotEqual {
					outcome = "always"
				}
				d, _ := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "after %s the text has no such letters, so %s %s %s holds; write %q",
					name, op, words.Quote(text), outcome, write)
				d.SuggestMore(true, "Write it in these letters", c.Place(constant.Operand.Span).Replace(strings.Replace(constant.In(c.Text), text, write, 1)))
			}
		}
		return
	}
	if strings.ToLower(text) != strings.ToUpper(text) && c.written(r) {
		d, first := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "a person may write it in other letters, and Liquid tells %s from %s; compare %s | downcase | strip",
			words.Quote(text), words.Quote(otherCase(text)), reads.Path(r))
		if first {
			d.As(finding.Note)
		}
	}
}

// otherCase returns a text in letters of another case.
func otherCase(text string) string {
	if upper := strings.ToUpper(text); upper != text {
		return upper
	}
	return strings.ToLower(text)
}
