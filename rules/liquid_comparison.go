package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-comparison", Title: "A comparison of Liquid that always comes out the same",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SafeFix, Varies: "note where Liquid engines differ",
		Doc: `Finds in if, elsif, unless and case

* a text compared with a number: {% if flow.variables.tries == 9 %}. What Set Variables
  keeps and what a person answers is text, and Liquid takes "9" and 9 for different; so
  does {% assign n = flow.variables.tries | plus: 1 %}{% if n == "9" %}. As
  a note, one that is less or greater than a number: some engines make a number of the
  text, others do not;
* a text compared with true or false, {% if flow.variables.member == true %}, and one that may be
  "false" and stands alone, {% if flow.variables.member %}: any text counts as true;
* a text compared in letters that it never has: {% assign a = x | upcase %}{% if a ==
  "yes" %}. As a note, what a person wrote or said compared with a word as it is: Liquid
  tells "yes" from "Yes", a split does not;
* a variable that the flow sets to a few fixed texts, "en" and "es", compared with none of
  them, or with one in other letters: "EN";
* a branch that asks what an earlier one of its if or case has asked, so that it is never taken;
* as a note, "null" in quotes for what a request may leave out: that is nothing, and no text;
* as a note, == "" for what may never have been set: that is no empty text, and the
  condition does not hold;
* a text or number that stands alone beside and or or: {% if x == "1" or "2" %} always
  holds, since any text counts as true.

Nothing fails: the text takes the same branch for everybody.

Write the number in quotes, {% if flow.variables.tries == "9" %}, or make a number of the
text first: {% assign n = flow.variables.tries | plus: 0 %}. Compare on both sides of
or: x == "1" or x == "2".`,
	},
	Check: func(p *lint.Pass) {
		for _, t := range p.Flow.Templates() {
			if t.Literal || !t.Liquid.Readable() {
				continue
			}
			c := comparisonChecker{p, t}
			c.nodes(t.Liquid.Nodes)
		}
	},
})

type comparisonChecker struct {
	*lint.Pass
	*flow.Template
}

// nodes looks at the blocks among some nodes and within them.
func (c *comparisonChecker) nodes(nodes []liquid.Node) {
	for _, n := range nodes {
		if n.Kind != liquid.BlockNode {
			continue
		}
		opening := &c.Liquid.Tags[n.Block.Branches[0].Tag]
		for _, span := range c.Liquid.Repeated(n.Block, c.Text) {
			c.ReportOncef(c.Widget, c.Place(span), "an earlier branch has %s already, so this one is not reached by it; write what was meant, or remove it",
				words.Clip(span.In(c.Text), 40))
		}
		for _, b := range n.Block.Branches {
			c.tag(&c.Liquid.Tags[b.Tag], opening)
			c.nodes(b.Nodes)
		}
	}
}

func (c *comparisonChecker) tag(tag, opening *liquid.Tag) {
	switch tag.Name {
	case "if", "elsif", "unless":
		for i := range tag.Arguments {
			c.condition(tag.Arguments[i].Terms)
		}
	case "when":
		if len(opening.Arguments) == 0 || len(opening.Arguments[0].Terms) != 1 {
			return
		}
		for i := range tag.Arguments {
			for j := range tag.Arguments[i].Terms {
				c.compare(&opening.Arguments[0].Terms[0], liquid.Equal, &tag.Arguments[i].Terms[j])
			}
		}
	}
}

// condition looks at the comparisons that and and or join.
func (c *comparisonChecker) condition(terms []liquid.Term) {
	joins := func(t liquid.Term) bool { return t.Op == liquid.And || t.Op == liquid.Or }
	var compared []liquid.Term // the comparison before, nil for none
	for first := 0; first < len(terms); {
		next := first + 1
		for next < len(terms) && !joins(terms[next]) {
			next++
		}
		switch part := terms[first:next]; {
		case len(part) == 2:
			if op := part[1].Op; part[1].Kind == liquid.BoolOperand && (op == liquid.Equal || op == liquid.NotEqual) {
				c.truth(&part[0], op, &part[1])
			} else {
				c.compare(&part[0], op, &part[1])
			}
			compared = part
		case len(part) == 1 && compared != nil && fixed(&part[0]):
			c.alone(compared, &part[0])
		case len(part) == 1:
			c.bare(&part[0])
		}
		first = next
	}
}

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

// fixed reports whether an operand is a text or number of the template's own.
func fixed(t *liquid.Term) bool {
	return (t.Kind == liquid.StringOperand || t.Kind == liquid.NumberOperand) && t.Inner == nil && len(t.Filters) == 0
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

// compare looks at the two sides of a comparison.
func (c *comparisonChecker) compare(left *liquid.Term, op liquid.Operator, right *liquid.Term) {
	switch {
	case op != liquid.Equal && op != liquid.NotEqual && op != liquid.Contains:
	case right.Kind == liquid.StringOperand && len(right.Filters) == 0:
		c.letters(left, op, right)
	case left.Kind == liquid.StringOperand && len(left.Filters) == 0 && op != liquid.Contains:
		c.letters(right, op, left)
	}
	number := right
	text := left
	if left.Kind == liquid.NumberOperand {
		number, text = left, right
	}
	if number.Kind != liquid.NumberOperand || text.Kind != liquid.ReferenceOperand || len(text.Filters) > 0 {
		return
	}
	r := flow.Ref{Template: c.Template, Reference: &c.Liquid.References[text.Ref]}
	if r.Local >= 0 || !isText(c.Pass, r) {
		return
	}
	value := number.In(c.Text)
	switch op {
	case liquid.Equal, liquid.NotEqual:
		outcome := "never"
		if op == liquid.NotEqual {
			outcome = "always"
		}
		d, _ := c.ReportOncef(c.Widget, c.Place(number.Operand.Span), "%s is text, and %s a number, so %s %s holds; write %q",
			reads.Path(r), value, op, outcome, value)
		d.SuggestMore(true, "Write the number in quotes", c.Place(number.Operand.Span).Replace(`"`+value+`"`))
	case liquid.Less, liquid.LessEqual, liquid.Greater, liquid.GreaterEqual:
		if d, first := c.ReportOncef(c.Widget, c.Place(number.Operand.Span), "%s is text, which not every Liquid compares with the number %s; make a number of it first: {%% assign n = %s | plus: 0 %%}",
			reads.Path(r), value, reads.Path(r)); first {
			d.As(finding.Note)
		}
	}
}

// nothing looks at what a request has brought compared with the word for nothing, as a text.
func (c *comparisonChecker) nothing(r flow.Ref, filters []liquid.Filter, op liquid.Operator, constant *liquid.Term, text string) bool {
	if len(filters) > 0 || op == liquid.Contains || reads.Response(c.Flow, r) == nil ||
		!slices.Contains([]string{"null", "undefined", "nil"}, strings.ToLower(text)) {
		return false
	}
	if d, first := c.ReportOncef(c.Widget, c.Place(constant.Operand.Span), "what is null or missing is nothing, and not the text %s, so %s %s does not tell it; write nil without quotes",
		words.Quote(text), op, words.Quote(text)); first {
		d.As(finding.Note)
	}
	return true
}

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
		switch name := filters[i].Name; name {
		case "strip", "lstrip", "rstrip", "default":
			continue
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

// neverHolds reports a comparison of a variable with a text to which the flow never sets it.
func (c *comparisonChecker) neverHolds(r flow.Ref, filters []liquid.Filter, op liquid.Operator, constant *liquid.Term, text string) bool {
	if op == liquid.Contains || slices.ContainsFunc(filters, func(f liquid.Filter) bool { return f.Name != "strip" && f.Name != "lstrip" && f.Name != "rstrip" }) {
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

// isNumber reports whether a value is a number, whatever text it is made of: how many
// there are, or the outcome of a calculation.
func isNumber(r flow.Ref, filters []liquid.Filter) bool {
	if n := len(filters); n > 0 {
		return slices.Contains(reads.ToNumber, filters[n-1].Name)
	}
	return r.Name(len(r.Segments)-1) == "size"
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

// otherCase returns a text in letters of another case.
func otherCase(text string) string {
	if upper := strings.ToUpper(text); upper != text {
		return upper
	}
	return strings.ToLower(text)
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

// origin returns what the flow supplies for a value of the template, through its assigns,
// with the filters on the way.
func (c *comparisonChecker) origin(t *liquid.Term) (r flow.Ref, filters []liquid.Filter, ok bool) {
	const deep = 4
	for range deep {
		if t.Kind != liquid.ReferenceOperand || t.Inner != nil {
			return r, nil, false
		}
		filters = append(slices.Clip(t.Filters), filters...)
		r = flow.Ref{Template: c.Template, Reference: &c.Liquid.References[t.Ref]}
		if r.Local < 0 {
			return r, filters, true
		}
		tag := &c.Liquid.Tags[c.Liquid.Locals[r.Local].Tag]
		if tag.Name != "assign" || len(r.Segments) != 1 || len(tag.Arguments) != 1 || len(tag.Arguments[0].Terms) != 1 || c.reassigned(r) {
			return r, nil, false
		}
		t = &tag.Arguments[0].Terms[0]
	}
	return r, nil, false
}

// reassigned reports whether a template gives a name of its own several values.
func (c *comparisonChecker) reassigned(r flow.Ref) bool {
	n := 0
	for _, l := range c.Liquid.Locals {
		if l.Name == r.Name(0) {
			n++
		}
	}
	return n > 1
}

// written reports whether a person wrote or said what a reference reads, and nothing has
// changed its letters on the way.
func (c *comparisonChecker) written(r flow.Ref) bool {
	person := func(r flow.Ref) bool {
		v := reads.Value(c.Flow, r)
		return v != nil && v.Person && (v.Holds == schemas.HoldsReply || v.Holds == schemas.HoldsSpeech)
	}
	if person(r) {
		return true
	}
	keeps := func(filters []liquid.Filter) bool {
		return !slices.ContainsFunc(filters, func(f liquid.Filter) bool { return f.Name != "strip" && f.Name != "lstrip" && f.Name != "rstrip" })
	}
	return slices.ContainsFunc(values.Held.Of(c.Pass).Sources(r, keeps), person)
}

// isText reports whether what a reference reads is certainly a text, if anything: what
// Set Variables has kept, and what a person answered.
func isText(p *lint.Pass, r flow.Ref) bool {
	if key, ok := reads.VariableOf(p.Flow, r); ok {
		if want := 3; len(r.Segments) != want || p.Flow.Variable(key) == nil || len(p.Flow.Variable(key).Writes) == 0 {
			return false
		}
		return !slices.ContainsFunc(p.Flow.Variable(key).Writes, func(w flow.Write) bool {
			kind := w.Key.Parent().Get("type")
			return kind.Exists() && kind.Text() != "string"
		})
	}
	if reads.IsAnswer(p.Flow, r) {
		v := reads.Value(p.Flow, r)
		return v != nil && len(v.Keys) == 0 && !v.Object
	}
	v := reads.Value(p.Flow, r)
	return v != nil && (v.Text || v.Person)
}
