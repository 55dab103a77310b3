package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
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
  keeps and what a person answers is text, and Liquid takes "9" and 9 for different. As
  a note, one that is less or greater than a number: some engines make a number of the
  text, others do not;
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
			c.compare(&part[0], part[1].Op, &part[1])
			compared = part
		case len(part) == 1 && compared != nil && fixed(&part[0]):
			c.alone(compared, &part[0])
		}
		first = next
	}
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
