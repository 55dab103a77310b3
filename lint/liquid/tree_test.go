package liquid_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/liquid"
)

// tree checks that the tree covers the text without gap and holds what the lists
// do, each in order.
func (c checker) tree() {
	at, outputs, tags := 0, 0, 0
	for n := range c.tmpl.Leaves() {
		if n.Start != at || n.End < at {
			c.errorf("the leaf at %v follows one that ends at %d", n.Span, at)
		}
		at = n.End
		switch n.Kind {
		case liquid.OutputNode:
			if n.Index != outputs || n.Span != c.tmpl.Outputs[outputs].Span {
				c.errorf("leaf %+v is not output %d", n, outputs)
			}
			outputs++
		case liquid.TagNode:
			if n.Index != tags || n.Span != c.tmpl.Tags[tags].Span {
				c.errorf("leaf %+v is not tag %d", n, tags)
			}
			tags++
		default:
			if n.Kind != liquid.TextNode && n.Kind != liquid.CommentNode || n.Index != -1 || n.Start == n.End {
				c.errorf("leaf %+v", n)
			}
		}
	}
	if at != len(c.text) || outputs != len(c.tmpl.Outputs) || tags != len(c.tmpl.Tags) {
		c.errorf("the tree ends at %d of %d, with %d outputs and %d tags", at, len(c.text), outputs, tags)
	}
	c.nodes(c.tmpl.Nodes, c.whole())
	c.terms()
}

// nodes checks that nodes follow each other from one end of a span to the other.
func (c checker) nodes(nodes []liquid.Node, in liquid.Span) {
	at := in.Start
	for _, n := range nodes {
		if n.Start != at || n.End < at || (n.Block != nil) != (n.Kind == liquid.BlockNode) {
			c.errorf("node %+v, wanted at %d", n, at)
		}
		at = n.End
		if n.Block == nil {
			continue
		}
		if len(n.Block.Branches) == 0 || n.Block.Branches[0].Tag != n.Index || c.tmpl.Tags[n.Index].Start != n.Start {
			c.errorf("block %+v has branches %+v", n, n.Block.Branches)
			continue
		}
		for i, b := range n.Block.Branches {
			end := n.End
			switch {
			case i+1 < len(n.Block.Branches):
				end = c.tmpl.Tags[n.Block.Branches[i+1].Tag].Start
			case n.Block.End >= 0:
				end = c.tmpl.Tags[n.Block.End].Start
				if c.tmpl.Tags[n.Block.End].End != n.End {
					c.errorf("block %v ends with %v", n.Span, c.tmpl.Tags[n.Block.End].Span)
				}
			}
			c.nodes(b.Nodes, liquid.Span{Start: c.tmpl.Tags[b.Tag].End, End: end})
		}
	}
	if at != in.End {
		c.errorf("nodes end at %d, not at %d", at, in.End)
	}
}

// terms checks that a walk over the expressions meets each reference once, in order,
// and that what it meets lies where it should.
func (c checker) terms() {
	refs, last := 0, 0
	for term := range c.tmpl.Terms() {
		c.span("term", term.Span, c.whole())
		if term.Start < last {
			c.errorf("term %q stands before %d", term.In(c.text), last)
		}
		last = term.Start
		if (term.Op == liquid.NoOperator) != (term.OpAt == 0) && term.Op != liquid.OtherOperator {
			c.errorf("operator %d at %d", term.Op, term.OpAt)
		}
		c.operand(term.Operand, c.whole())
		if term.Ref >= 0 {
			if term.Ref != refs || c.tmpl.References[refs].Span != term.Span {
				c.errorf("the walk meets reference %d, wanted %d", term.Ref, refs)
			}
			refs++
		}
		at := term.End
		for _, f := range term.Filters {
			c.span("filter", liquid.Span{Start: at, End: f.Start}, c.whole())
			at = f.Args.End
		}
	}
	if refs != len(c.tmpl.References) {
		c.errorf("the walk meets %d references of %d", refs, len(c.tmpl.References))
	}
}

// outline writes a tree on one line: text in quotes, blocks as [tag … / tag … ].
func outline(t *liquid.Template, nodes []liquid.Node, text string) string {
	var list []string
	for _, n := range nodes {
		switch n.Kind {
		case liquid.TextNode:
			list = append(list, fmt.Sprintf("%q", n.In(text)))
		case liquid.CommentNode:
			list = append(list, "# "+n.In(text))
		case liquid.OutputNode:
			list = append(list, "{"+expr(t, t.Outputs[n.Index].Expr, text)+"}")
		case liquid.TagNode:
			list = append(list, tag(t, n.Index, text))
		case liquid.BlockNode:
			var branches []string
			for _, b := range n.Block.Branches {
				branches = append(branches, strings.TrimSpace(tag(t, b.Tag, text)+" "+outline(t, b.Nodes, text)))
			}
			end := "]"
			if n.Block.End < 0 {
				end = "…]"
			}
			list = append(list, "["+strings.Join(branches, " / ")+end)
		}
	}
	return strings.Join(list, " ")
}

func tag(t *liquid.Template, n int, text string) string {
	tag := t.Tags[n]
	s := "%" + tag.Name
	if tag.Target != (liquid.Span{}) {
		s += " " + tag.Target.In(text) + " ="
	}
	return strings.TrimSpace(s + " " + arguments(t, tag.Arguments, text))
}

func arguments(t *liquid.Template, list []liquid.Argument, text string) string {
	var out []string
	for _, a := range list {
		s := expr(t, a.Expr, text)
		if a.NameAt != (liquid.Span{}) {
			s = a.NameAt.In(text) + ":" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func expr(t *liquid.Template, e liquid.Expr, text string) string {
	var out []string
	for _, term := range e.Terms {
		s := term.In(text)
		switch {
		case term.Kind == liquid.NoOperand:
			s = "<" + s + ">"
		case term.Kind == liquid.RangeOperand:
			s = "(" + strings.ReplaceAll(expr(t, *term.Inner, text), " .. ", "..") + ")"
		case term.Inner != nil:
			s = "(" + expr(t, *term.Inner, text) + ")"
		}
		for _, f := range term.Filters {
			s += "|" + f.Name
			if len(f.Arguments) > 0 {
				s += "(" + arguments(t, f.Arguments, text) + ")"
			}
		}
		out = append(out, strings.TrimSpace(term.Op.String()+" "+s))
	}
	return strings.Join(out, " ")
}

func TestTree(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"no markup", `"no markup"`},
		{"a {{ flow.x | replace: 'a', \"b\" | f: g: 1 }}.", `"a " {flow.x|replace('a', "b")|f(g:1)} "."`},
		{"{% if a == 1 and b contains 'x' or c %}1{% elsif d <> e %}2{% else %}3{% endif %}",
			`[%if a == 1 and b contains 'x' or c "1" / %elsif d != e "2" / %else "3"]`},
		{"{% case a.b %} {% when 1, 'x' or c %}1{% else %}2{% endcase %}", `[%case a.b " " / %when 1, 'x', c "1" / %else "2"]`},
		{"{% for x in (1..n) limit:2 reversed, offset: m %}{% if x %}{{x}}{% endif %}{% else %}-{% endfor %}",
			`[%for x = (1..n), limit:2, reversed:, offset:m [%if x {x}] / %else "-"]`},
		{"{% for x in y offset: continue %}{% endfor %}", `[%for x = y, offset:<continue>]`},
		{"{% assign x = a | plus: b[c] %}{% increment n %}{% capture 'q' %}t{% endcapture %}", `%assign x = a|plus(b[c]) %increment n = [%capture q = "t"]`},
		{"{% cycle 'g': a, 'b' %}{% cycle 1 %}", `%cycle 'g', a, 'b' %cycle 1`},
		{"{% raw %}{{ x }}{% endraw %}{% comment %}c{% endcomment %}{% # n %}", `[%raw "{{ x }}"] [%comment # c] %#`},
		{"{% if (a or b) and c == (1..2) %}{% endif %}", `[%if (a or b) and c == (1..2)]`},
		{"{% new a, b: c %}{% other a %}", `%new %other a`},

		// With mistakes.
		{"{{ a + b || c && d | f }}", `{a ? b ? c ? <&& d>|f}`},
		{"{{ widgets.my menu.Digits | f: {{x}} }}", `{widgets.my ? <menu.Digits>|f((x))}`},
		{"{% if a == 'x{{y}}' %}1", `[%if a == (? (y)) "1"…]`},
		{"{% if a %}{% for x in y %}1{% endif %}2{% endfor %}", `[%if a [%for x = y "1"…]] "2" %endfor`},
		{"{% else %}{% when 1 %}{% endif %}{{}}", `%else %when 1 %endif {}`},
		{"{{ a and {{b} c", `{a} " and " {b} " c"`},
	} {
		tmpl := parse(t, test.text)
		if diff := cmp.Diff(test.want, outline(tmpl, tmpl.Nodes, test.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}
