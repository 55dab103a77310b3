package rules

import (
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/split"
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
	if other, at, ok := c.otherLetters(r, text); ok && len(filters) == 0 {
		d, first := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "Liquid tells %s from %s, which %s expects of the same service: if that answers so, this never holds; compare %s | downcase",
			words.Quote(text), words.Quote(other.text), other.by.Label(), reads.Path(r))
		if first {
			d.As(finding.Note).Relate(at, "the other letters")
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

// A comparedText is a text with which a split compares something.
type comparedText struct {
	text string
	by   *flow.Widget
}

// otherLetters returns the text in other letters with which a split compares the member that a reference reads, of what a
// request to the same address answers: that is how the service writes it, as far as the flow knows.
func (c *comparisonChecker) otherLetters(r flow.Ref, text string) (other comparedText, at source.Node, ok bool) {
	request := reads.Response(c.Flow, r)
	if request == nil || strings.ToLower(text) == strings.ToUpper(text) {
		return other, at, false
	}
	for _, w := range c.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		for _, b := range reads.Branches.Of(c.Pass)[w.Index] {
			if !b.Literal || b.Comparison.Operator() != split.EqualTo && b.Comparison.Operator() != split.MatchesAnyOf {
				continue
			}
			tested, only := reads.OnlyRead(c.Flow, b.Condition)
			if !only || tested.Name(len(tested.Segments)-1) != r.Name(len(r.Segments)-1) {
				continue
			}
			by := reads.Response(c.Flow, tested)
			if by == nil || by.Property(by.Facts.Request.URL).Text() != request.Property(request.Facts.Request.URL).Text() {
				continue
			}
			for entry := range strings.SplitSeq(b.Condition.Value.Text(), ",") {
				if entry = strings.TrimSpace(entry); entry != text && strings.EqualFold(entry, text) {
					return comparedText{entry, w}, b.Condition.Value, true
				}
			}
		}
	}
	return other, at, false
}
