package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
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
* a branch that asks what an earlier one of its if or case has asked, so that it is never taken; or less than an
  earlier one does: {% elsif hour < 12 %} after {% if hour < 18 %};
* as a note, "null" in quotes for what a request may leave out: that is nothing, and no text;
* as a note, == "" for what may never have been set: that is no empty text, and the
  condition does not hold;
* a text or number that stands alone beside and or or: {% if x == "1" or "2" %} always
  holds, since any text counts as true.

It finds as well, once a flow, an answer that is taken as the name of what a list holds, items[widgets.ask.inbound.Body],
after a split that takes it in any letters: "a1" finds nothing where "A1" does; and an answer that is taken apart by
places (slice), where a split lets a blank before it through.

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
		reportIndexes(p)
		reportSlices(p)
	},
})

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
		if o, ok := c.Liquid.Overtaken(n.Block, c.Text); ok && (o.Text < 0 || c.isText(o.Text)) {
			d, _ := c.ReportOncef(c.Widget, c.Place(o.At), "%s is never reached: %s before it takes all; ask for the narrower one first",
				words.Clip(o.At.In(c.Text), 40), words.Clip(o.By.In(c.Text), 40))
			d.Relate(c.Place(o.By), "the wider one")
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
	r, filters, ok := c.origin(text)
	if !ok || !reads.KeepText(filters) || !isText(c.Pass, r) {
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
