package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// bare looks at a value that is asked for without a comparison: the text "false" is one, too.
func (c *comparisonChecker) bare(t *liquid.Term) {
	if t.Kind != liquid.ReferenceOperand || t.Inner != nil || len(t.Filters) > 0 {
		return
	}
	r := flow.Ref{Template: c.Template, Reference: &c.Liquid.References[t.Ref]}
	if _, ok := r.Variable(); !ok || r.Local >= 0 || !isText(c.Pass, r) || !c.Flow.Reachable(c.Widget) {
		return
	}
	held := values.Held.Of(c.Pass).At(r)
	isWord := func(word string) bool {
		return slices.ContainsFunc(held.Constants, func(text string) bool { return strings.EqualFold(strings.TrimSpace(text), word) })
	}
	if !isWord("false") || c.prints(r) {
		return
	}
	d, _ := c.ReportOncef(c.Widget, c.Place(t.Operand.Span), "%s may be the text \"false\", and any text counts as true here; compare: %s == \"true\"", reads.Path(r), reads.Path(r))
	if isWord("true") {
		at := liquid.Span{Start: t.Operand.End, End: t.Operand.End}
		d.SuggestMore(true, "Compare with \"true\"", c.Place(at).Replace(` == "true"`))
	}
}

// prints reports whether the template prints what a reference reads, which it then only asks
// whether it is there.
func (c *comparisonChecker) prints(r flow.Ref) bool {
	path := r.Reference.String()
	return slices.ContainsFunc(c.Refs(), func(other flow.Ref) bool { return other.Use == liquid.UseOutput && other.Reference.String() == path })
}

// truth reports a text that is compared with true or false, which no text is.
func (c *comparisonChecker) truth(text *liquid.Term, op liquid.Operator, truth *liquid.Term) {
	if text.Kind != liquid.ReferenceOperand || text.Inner != nil || len(text.Filters) > 0 {
		return
	}
	r := flow.Ref{Template: c.Template, Reference: &c.Liquid.References[text.Ref]}
	if r.Local >= 0 || !isText(c.Pass, r) {
		return
	}
	outcome := "never"
	if op == liquid.NotEqual {
		outcome = "always"
	}
	word := truth.In(c.Text)
	d, _ := c.ReportOncef(c.Widget, c.Place(truth.Operand.Span), "%s is text, and %s is none, so %s %s holds; write %q", reads.Path(r), word, op, outcome, word)
	d.SuggestMore(true, "Write it in quotes", c.Place(truth.Operand.Span).Replace(`"`+word+`"`))
}

// alone reports a value that is compared with nothing, after a comparison.
func (c *comparisonChecker) alone(compared []liquid.Term, t *liquid.Term) {
	value := t.In(c.Text)
	effect := "so the condition always holds"
	if t.Op == liquid.And {
		effect = "so it changes nothing"
	}
	d, _ := c.ReportOncef(c.Widget, c.Place(t.Operand.Span), "%s stands alone after %q and counts as true, %s; compare on both sides, x == … %s x == %s",
		words.Clip(value, 40), t.Op.String(), effect, t.Op, words.Clip(value, 40))
	if left := &compared[0]; t.Op == liquid.Or && compared[1].Op == liquid.Equal && !fixed(left) {
		at := liquid.Span{Start: t.Operand.Start, End: t.Operand.Start}
		d.SuggestMore(true, "Compare on both sides", c.Place(at).Replace(left.In(c.Text)+" == "))
	}
}
