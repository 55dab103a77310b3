package liquid_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/liquid"
)

// parse parses text and checks what must hold for any text.
func parse(t *testing.T, text string) *liquid.Template {
	t.Helper()
	tmpl := liquid.Parse(text, roots...)
	c := checker{t: t, text: text, tmpl: tmpl}
	c.markup()
	c.outputs()
	c.tags()
	c.references()
	c.rest()
	c.tree()
	if again := liquid.Parse(text, roots...); !reflect.DeepEqual(tmpl, again) {
		t.Errorf("Parse(%q) gives something else the second time", text)
	}
	return tmpl
}

type checker struct {
	t    *testing.T
	text string
	tmpl *liquid.Template
}

func (c checker) errorf(format string, args ...any) {
	c.t.Helper()
	c.t.Errorf("%.300q: "+format, append([]any{c.text}, args...)...)
}

// span checks that inner lies in outer and that both ends are rune boundaries.
func (c checker) span(what string, inner, outer liquid.Span) {
	c.t.Helper()
	if inner.Start < outer.Start || inner.End > outer.End || inner.Start > inner.End {
		c.errorf("%s %v does not lie in %v", what, inner, outer)
		return
	}
	if utf8.ValidString(c.text) {
		for _, at := range []int{inner.Start, inner.End} {
			if at < len(c.text) && !utf8.RuneStart(c.text[at]) {
				c.errorf("%s %v cuts a character", what, inner)
			}
		}
	}
}

func (c checker) whole() liquid.Span { return liquid.Span{End: len(c.text)} }

func (c checker) markup() {
	i := 0
	for n := range c.tmpl.Leaves() {
		if n.Kind != liquid.OutputNode && n.Kind != liquid.TagNode {
			continue
		}
		if i >= len(c.tmpl.Markup) || c.tmpl.Markup[i] != n {
			c.errorf("leaf %+v is not markup %d", n, i)
			return
		}
		i++
	}
	if i != len(c.tmpl.Markup) {
		c.errorf("%d leaves of %d are markup", i, len(c.tmpl.Markup))
	}
}

func (c checker) outputs() {
	for i, m := range c.tmpl.Markup {
		for f := range c.tmpl.FiltersAt(i) {
			c.span("filter", f.Span, m.Span)
		}
	}
	for _, o := range c.tmpl.Outputs {
		c.span("expression", o.Expr.Span, o.Span)
	}
	last := 0
	for f := range c.tmpl.Filters() {
		if f.Start < last || f.Name != f.In(c.text) || f.Name == "" {
			c.errorf("filter %q at %v", f.Name, f.Span)
		}
		last = f.Start
		c.span("arguments", f.Args, liquid.Span{Start: f.End, End: len(c.text)})
	}
}

func (c checker) operand(o liquid.Operand, in liquid.Span) {
	if o.Kind != liquid.NoOperand {
		c.span("operand", o.Span, in)
	}
	if (o.Ref >= 0) != (o.Kind == liquid.ReferenceOperand) {
		c.errorf("operand %+v", o)
	}
	if o.Ref >= 0 {
		c.span("reference", c.tmpl.References[o.Ref].Span, o.Span)
	}
}

func (c checker) tags() {
	for _, tag := range c.tmpl.Tags {
		c.span("name", tag.NameAt, tag.Span)
		c.span("arguments", tag.Args, tag.Span)
		if tag.Name != "" && tag.Name != tag.NameAt.In(c.text) {
			c.errorf("tag %q at %q", tag.Name, tag.NameAt.In(c.text))
		}
		if tag.Target != (liquid.Span{}) {
			c.span("target", tag.Target, tag.Span)
		}
	}
}

// between is what may stand around the segments of a path, without white space.
var between = regexp.MustCompile(`^(["']?\])?(\.|\[["']?)?$`)

func (c checker) references() {
	last := 0
	for i, r := range c.tmpl.References {
		if r.Start < last {
			c.errorf("reference %d is out of order", i)
		}
		last = r.Start
		c.span("reference", r.Span, c.tmpl.Markup[r.Markup].Span)
		if len(r.Segments) == 0 {
			c.errorf("reference %d has no segment", i)
			continue
		}
		if r.Local >= 0 && (c.tmpl.Locals[r.Local].Name != r.Segments[0].Name || !within(r.Start, c.tmpl.Locals[r.Local].Scope)) {
			c.errorf("reference %q is no local %+v", r, c.tmpl.Locals[r.Local])
		}
		at := r.Start
		for _, s := range r.Segments {
			c.span("segment", s.Span, liquid.Span{Start: at, End: r.End})
			if s.Kind == liquid.DynamicSegment {
				if s.Index != nil && len(s.Index.Terms) == 1 {
					c.span("index", s.Index.Span, s.Span)
				}
			} else if s.Name != s.In(c.text) {
				c.errorf("segment %q at %q", s.Name, s.In(c.text))
			}
			if !r.Broken && s.Start >= at && !between.MatchString(squeeze(c.text[at:s.Start])) {
				c.errorf("%q stands before segment %q", c.text[at:s.Start], s.Name)
			}
			at = s.End
		}
		if !r.Broken && at <= r.End && !between.MatchString(squeeze(c.text[at:r.End])) {
			c.errorf("%q stands at the end of a path", c.text[at:r.End])
		}
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func within(at int, s liquid.Span) bool { return at >= s.Start && at < s.End }

func (c checker) rest() {
	from := 0
	for _, l := range c.tmpl.Locals {
		c.span("local", l.Span, c.tmpl.Tags[l.Tag].Span)
		c.span("scope", l.Scope, c.whole())
		if l.Scope.Start < from {
			c.errorf("local %q is out of order", l.Name)
		}
		from = l.Scope.Start
		if l.Name != l.In(c.text) && l.Name != l.In(c.text)+"loop" {
			c.errorf("local %q at %q", l.Name, l.In(c.text))
		}
	}
	last, blocks := 0, 0
	for i, e := range c.tmpl.Errors {
		if i < 5 {
			c.cure(e)
		}
		c.span("error", e.Span, c.whole())
		if e.Start < last {
			c.errorf("error %q is out of order", e.Message)
		}
		last = e.Start
		if e.Message == "" || strings.HasPrefix(e.Kind.String(), "error ") || len(e.Message) > 400 {
			c.errorf("error %+v", e)
		}
		if e.Kind.String() == "unclosed-block" {
			blocks++
		}
	}
	if most := len(c.tmpl.Markup) + strings.Count(c.text, "}}"); len(c.tmpl.Errors)-blocks > most || blocks > len(c.tmpl.Tags) {
		c.errorf("%d errors", len(c.tmpl.Errors))
	}
}

// cure checks that what mends an error makes nothing worse, but that a tag that was none
// before may lack its partner.
func (c checker) cure(e liquid.Error) {
	cure := c.tmpl.Cure(c.text, e)
	if len(cure.Changes) == 0 {
		return
	}
	within := func(t *liquid.Template) (n int) {
		for _, e := range t.Errors {
			if !e.Kind.Structural() {
				n++
			}
		}
		return n
	}
	var b strings.Builder
	from := 0
	for _, change := range cure.Changes {
		c.span("change", change.Span, liquid.Span{Start: from, End: len(c.text)})
		b.WriteString(c.text[from:change.Start] + change.Text)
		from = change.End
	}
	b.WriteString(c.text[from:])
	if again := liquid.Parse(b.String(), roots...); within(again) > within(c.tmpl) {
		c.errorf("the cure of %q leads to %q with %v", e.Message, b.String(), again.Errors)
	}
}
