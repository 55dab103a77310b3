package liquid

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint/words"
)

// A Difference is a part of a template that Liquid engines do not take for the same.
// Studio's engine is not published, so what it makes of it is not known.
type Difference struct {
	Span
	Message string // what differs and what to write instead, as the part of a sentence
}

// Differences returns what engines differ in (liquidjs 10.30.1, osteele's of Go 1.6.0 and
// Shopify's of Ruby 5.4.0 were run), in order of Start. text must be the string given to
// Parse. Differences that a Dialect error tells of are not among them.
func (t *Template) Differences(text string) []Difference {
	d := differences{Template: t, text: text}
	for i := range t.Outputs {
		d.output(&t.Outputs[i])
	}
	for i := range t.Tags {
		d.tag(&t.Tags[i])
	}
	if t.odd { // as few are
		for term := range t.Terms() {
			d.term(term)
		}
	}
	for i := range t.References {
		d.path(&t.References[i])
	}
	d.nodes(t.Nodes, false)
	slices.SortStableFunc(d.found, func(a, b Difference) int { return cmp.Compare(a.Start, b.Start) })
	return d.found
}

type differences struct {
	*Template
	text  string
	found []Difference
}

func (d *differences) add(at Span, message string) {
	d.found = append(d.found, Difference{at, message})
}

func (d *differences) output(o *Output) {
	if strings.Contains(o.In(d.text), "\n") {
		d.add(o.Span, "a line break inside {{ }} is not read alike; write it on one line")
	}
	for _, term := range o.Expr.Terms {
		if term.Kind == StringOperand && strings.Contains(term.Operand.In(d.text), "}}") {
			d.add(term.Operand.Span, `"}}" within quotes is not read alike; print it by a variable`)
		}
	}
}

func (d *differences) tag(tag *Tag) {
	switch tag.Name {
	case "endraw":
		if strings.HasPrefix(tag.In(d.text), "{%-") {
			d.add(tag.Span, `raw goes on after "{%- endraw" in most; write {% endraw %}`)
		}
	case "when":
		for i, a := range tag.Arguments {
			joined := i > 0 && strings.TrimSpace(d.text[tag.Arguments[i-1].End:a.Start]) == "or"
			if joined || slices.ContainsFunc(a.Terms, func(t Term) bool { return t.Op == Or }) {
				d.add(tag.Args, `"or" in when is not read alike; write a comma`)
				return
			}
		}
	case "if", "elsif", "unless":
		for _, a := range tag.Arguments {
			joins := func(op Operator) bool {
				return slices.ContainsFunc(a.Terms, func(t Term) bool { return t.Op == op })
			}
			if joins(And) && joins(Or) {
				d.add(tag.Args, `some read "and" with "or" from the left, others from the right; nest two {% if %} instead`)
			}
		}
	}
}

func (d *differences) term(term *Term) {
	switch {
	case term.Op == NotEqual && strings.HasPrefix(d.text[term.OpAt:], "<>"):
		d.add(Span{term.OpAt, term.OpAt + 2}, `"<>" is not read alike; write "!="`)
	case term.Kind == EmptyOperand:
		d.add(term.Operand.Span, words.Quote(term.Operand.In(d.text))+` is not the same everywhere; compare with "", or the size of a list with 0`)
	case term.Kind == GroupOperand:
		d.add(term.Operand.Span, "parentheses in a condition are not read alike; nest two {% if %} instead")
	}
	for i, f := range term.Filters {
		if f.Name != "divided_by" || len(f.Arguments) != 1 || i+1 < len(term.Filters) && rounds(term.Filters[i+1].Name) {
			continue
		}
		by := f.Arguments[0].Terms
		if len(by) == 1 && by[0].Kind == NumberOperand && !strings.Contains(by[0].Operand.In(d.text), ".") {
			if by[0].Operand.In(d.text) == "100" && term.Kind == ReferenceOperand && i == 0 &&
				words.HoldsAny(d.References[term.Ref].Name(len(d.References[term.Ref].Segments)-1), "cents", "pence",
					"centavo", "centimo", "centime", "paise", "öre", "øre") {
				d.add(f.Span, "749 | divided_by: 100 is 7 in some and 7.49 in others; write 100.0")
				continue
			}
			d.add(f.Span, "7 | divided_by: 2 is 3 in some and 3.5 in others; add | floor or | round")
		}
	}
}

func rounds(filter string) bool { return filter == "floor" || filter == "ceil" || filter == "round" }

// path finds blanks between the steps of a path.
func (d *differences) path(r *Reference) {
	for i := 1; i < len(r.Segments); i++ {
		between := d.text[r.Segments[i-1].End:max(r.Segments[i-1].End, r.Segments[i].Start)]
		if between != "." && strings.ContainsAny(between, " \t\n") && strings.Contains(between, ".") {
			d.add(r.Span, "a blank beside the dot of a path is not read alike; remove it")
			return
		}
	}
}

// nodes finds what must stand within a loop and does not, and half blocks in comments.
func (d *differences) nodes(list []Node, inLoop bool) {
	for _, n := range list {
		switch n.Kind {
		case TagNode:
			if name := d.Tags[n.Index].Name; !inLoop && (name == "break" || name == "continue") {
				d.add(n.Span, "{% "+name+" %} outside a loop is not read alike; remove it")
			}
		case CommentNode:
			inside := Parse(n.In(d.text))
			if slices.ContainsFunc(inside.Errors, func(e Error) bool { return e.Kind.Structural() }) {
				d.add(n.Span, "half a block in a comment is not read alike; remove the tag or add its end")
			}
		case BlockNode:
			name := d.Tags[n.Index].Name
			for _, b := range n.Block.Branches {
				d.nodes(b.Nodes, inLoop || name == "for" || name == "tablerow")
			}
		}
	}
}
