package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "list-item", Title: "An item that a list does not have",
		Group: finding.Liquid, Severity: finding.Warning, Varies: "note for an item that a person chooses, and of what a service sends",
		Doc: `Finds

- an item beyond the end of a list that the template makes of a fixed text:
  {% assign parts = "north,south" | split: "," %}{{parts[2]}}. Items count from 0;
- as a note, an item whose number a person wrote or pressed, unchecked:
  {{widgets.fetch.parsed.rooms[widgets.ask.inbound.Body].name}}. Whoever writes 9, or
  "two", gets a blank;
- as a note, once a flow, an item after the first of a list that a service sends, in a text for a
  person, while nothing asks what came.

- as a note, a message that lists what a request brought, for a person to choose from, while
  nothing tests whether there is any, or without a limit of the items: a message holds 1,600
  characters.

Nothing fails: the value is blank.

An answer that a split has let through, one that is tested for being too large, and a list
whose item some split tests, are left alone; but where 1 is taken away from a number that is only
tested for too much, 0 takes the last item: that is a note. Let only numbers through that are there, or test the item for is_blank.`,
	},
	Check: func(p *lint.Pass) {
		c := itemChecker{Pass: p, held: values.Held.Of(p), tested: reads.Tested.Of(p)}
		for _, t := range p.Flow.Templates() {
			if t.Literal || !t.Liquid.Readable() || !strings.Contains(t.Text, "[") {
				continue
			}
			for i := range t.Liquid.References {
				c.check(flow.Ref{Template: t, Reference: &t.Liquid.References[i]})
			}
		}
		reportChoices(p)
	},
})

// reportChoices reports the messages that list what a request brought, and ask which of it, while
// nothing tests that there is some, or however much it is: once.
func reportChoices(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		t := p.Flow.TemplateAt(effects.Prompt(w))
		if t == nil || !t.Liquid.Readable() {
			continue
		}
		for _, r := range t.Refs() {
			by := reads.Widget(p.Flow, r)
			if r.Use != liquid.UseLoop || by == nil || by.Facts.Request == nil || len(r.Segments) <= flow.ValueDepth {
				continue
			}
			why := "nothing limits how many there are: a message holds 1,600 characters; add limit: to the loop"
			if !isTestedAtAll(p.Flow, by) {
				why = "nothing tests whether there is any: then one chooses from nothing; test it first"
			} else if strings.Contains(t.Text, "limit") || strings.Contains(t.Text, "slice") || strings.Contains(t.Text, "truncate") {
				continue
			}
			p.Reportf(r.Template.Place(r.Reference.Span), "%s lists %s to choose from, and %s", w.Label(), reads.Path(r), why).As(finding.Note).Identify(w.Label())
			return
		}
	}
}

// isTestedAtAll reports whether a split or a condition tests something that a request brought.
func isTestedAtAll(f *flow.Flow, by *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(by.Name), func(r flow.Ref) bool {
		return r.Widget.Facts.Split || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
	})
}

type itemChecker struct {
	*lint.Pass
	held   *values.Holding
	tested *reads.Tests
	told   *finding.Diagnostic // of an item that a list may not have, the first
}

func (c *itemChecker) check(r flow.Ref) {
	for i, s := range r.Segments {
		switch {
		case i == 0:
		case s.Kind == liquid.DynamicSegment && s.Index != nil && r.Local < 0:
			c.chosen(r, i)
			return
		case s.Kind == liquid.IndexSegment && i == 1 && r.Local >= 0:
			c.beyond(r, s)
			return
		case s.Kind == liquid.IndexSegment && i > 2 && r.Local < 0:
			c.uncounted(r, i)
			return
		}
	}
}

// uncounted reports an item after the first of a list that a service sends, in a text for a
// person, while nothing asks how many there are: once in a flow.
func (c *itemChecker) uncounted(r flow.Ref, at int) {
	if c.told != nil && c.told.Full() || r.Segments[at].Name == "0" || !slices.Contains(r.Widget.Facts.Content, r.Property) {
		return
	}
	w := reads.Response(c.Flow, r)
	if w == nil || !c.Flow.Reachable(r.Widget) || c.tested.Has(r) || c.tested.Conditional(r) ||
		slices.ContainsFunc(c.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
			return r.Widget.Facts.Split || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
		}) {
		return
	}
	if c.told != nil {
		c.told.Relate(r.SegmentPlace(at), "here too")
		return
	}
	c.told = c.Reportf(r.SegmentPlace(at), "%s tells of item %s of %s, and nothing asks how many there are: a shorter list leaves a gap; test for it",
		r.Widget.Label(), r.Segments[at].Name, reads.PathTo(r, at-1)).As(finding.Note).Identify(reads.PathTo(r, at-1))
}

// chosen reports an item whose number is what a person wrote.
func (c itemChecker) chosen(r flow.Ref, at int) {
	by, less, ok := c.index(r.Template, r.Segments[at].Index)
	if !ok || r.Root() == "widgets" && c.Flow.Only(r.Name(1)) == nil || shape.MayTest(c) || r.Widget.Facts.Split || c.held.Checked(by) || guarded(r, at, by) || c.splitTests(r, at) {
		return
	}
	above, below := c.bounded(by)
	if above && (below || !less) {
		return
	}
	if above {
		if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(at), "%s reads the item of %s before the number in %s, which is tested for too much, but not for 0: that takes the last item (-1); let none below 1 through",
			r.Widget.Label(), reads.PathTo(r, at-1), reads.Path(by)); first {
			d.As(finding.Note)
		}
		return
	}
	if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(at), "%s reads the item of %s that a person names in %s, unchecked: blank when there is no such item; test it for is_blank",
		r.Widget.Label(), reads.PathTo(r, at-1), reads.Path(by)); first {
		d.As(finding.Note)
	}
}

// index returns what a person wrote that an index is made of, and whether something is taken
// away from it.
func (c itemChecker) index(t *flow.Template, e *liquid.Expr) (by flow.Ref, less, ok bool) {
	const deep = 3 // assigns that are followed
	for range deep {
		if e == nil || len(e.Terms) != 1 || e.Terms[0].Kind != liquid.ReferenceOperand {
			break
		}
		less = less || takesAway(e.Terms[0].Filters)
		r := flow.Ref{Template: t, Reference: &t.Liquid.References[e.Terms[0].Ref]}
		if r.Local < 0 {
			person, minus := c.person(r)
			return r, less || minus, person
		}
		e = assigned(r)
	}
	return flow.Ref{}, false, false
}

func takesAway(filters []liquid.Filter) bool {
	return slices.ContainsFunc(filters, func(f liquid.Filter) bool { return f.Name == "minus" })
}

// bounded reports whether a number is tested for being too large, and too small, by a split
// or a condition of a template: n greater_than 5, {% if n > 5 %}.
func (c itemChecker) bounded(by flow.Ref) (above, below bool) {
	path := reads.Path(by)
	for _, r := range c.Flow.Refs() {
		if r.Template == by.Template || reads.Path(r) != path {
			continue
		}
		if r.Use == liquid.UseCondition {
			rest := notZero().ReplaceAllString(r.Text, "")
			above, below = above || strings.ContainsAny(liquidTags().FindString(rest), "<>"), below || rest != r.Text
		}
		if !r.Widget.Facts.Split {
			continue
		}
		for _, b := range reads.Branches.Of(c)[r.Widget.Index] {
			switch operator, value := b.Comparison.Operator(), b.Comparison.Value(); {
			case operator != "less_than" && operator != "greater_than" && operator != "equal_to":
			case value == "0" || value == "1" && operator == "less_than":
				below = true
			case operator != "equal_to":
				above = true
			}
		}
	}
	return above, below
}

// notZero are conditions that keep 0 out, and liquidTags those of a template with a comparison.
var (
	notZero    = pattern.Lazy(`<\s*1\b|<=\s*0\b|>\s*0\b|>=\s*1\b|[!=]=\s*["']?0\b`)
	liquidTags = pattern.Lazy(`\{%-?\s*(?:els)?if\b[^%]*[<>][^%]*%\}`)
)

// assigned returns what assign gives a name of the template's own; nil when it is given
// something otherwise.
func assigned(r flow.Ref) *liquid.Expr {
	tag := &r.Liquid.Tags[r.Liquid.Locals[r.Local].Tag]
	if tag.Name != "assign" || len(tag.Arguments) != 1 {
		return nil
	}
	return &tag.Arguments[0].Expr
}

// person reports whether a person wrote what a reference reads, also by way of variables, and
// whether something was taken away on that way.
func (c itemChecker) person(r flow.Ref) (wrote, less bool) {
	if reads.IsAnswer(c.Flow, r) {
		return true, false
	}
	keeps := func(filters []liquid.Filter) bool {
		less = less || takesAway(filters)
		return true
	}
	for _, source := range c.held.Sources(r, keeps) {
		if reads.IsAnswer(c.Flow, source) {
			return true, less
		}
	}
	return false, less
}

// guarded reports whether an item has a default, or a condition of its template looks at the
// list, at the number, or at a name of the template's own.
func guarded(r flow.Ref, at int, by flow.Ref) bool {
	if r.Use == liquid.UseCondition || r.Use == liquid.UseCase {
		return true
	}
	for f := range r.Liquid.FiltersAt(r.Markup) {
		if f.Name == "default" {
			return true
		}
	}
	list, number := liquid.Reference{Segments: r.Segments[:at]}.String(), by.String()
	for i := range r.Liquid.References {
		if o := (flow.Ref{Template: r.Template, Reference: &r.Liquid.References[i]}); o.Use == liquid.UseCondition || o.Use == liquid.UseCase {
			if o.Local >= 0 || strings.HasPrefix(o.String(), list) || o.String() == number {
				return true
			}
		}
	}
	return false
}

// splitTests reports whether some split tests an item of the same list.
func (c itemChecker) splitTests(r flow.Ref, at int) bool {
	for _, other := range c.Flow.Refs() {
		if other.Widget.Facts.Split && len(other.Segments) > at && other.Segments[at].Kind == liquid.DynamicSegment && reads.PathTo(other, at) == reads.PathTo(r, at) {
			return true
		}
	}
	return false
}

// beyond reports an item that a list of fixed texts does not have.
func (c itemChecker) beyond(r flow.Ref, s liquid.Segment) {
	number, err := strconv.Atoi(s.Name)
	e := assigned(r)
	if err != nil || number < 0 || e == nil || len(e.Terms) != 1 || len(e.Terms[0].Filters) != 1 || e.Terms[0].Filters[0].Name != "split" {
		return
	}
	by := strings.TrimSpace(e.Terms[0].Filters[0].Args.In(r.Text))
	most := 0
	for _, text := range c.texts(r.Template, &e.Terms[0]) {
		most = max(most, strings.Count(text, strings.Trim(by, `"'`))+1)
	}
	if most == 0 || number < most || len(by) < len(`","`) || strings.ContainsAny(strings.Trim(by, `"'`), `"'`) || by[0] != '"' && by[0] != '\'' {
		return
	}
	c.ReportOncef(r.Widget, r.Template.Place(s.Span), "%s has %s, counted from 0, so there is no item %d: it is blank", words.Quote(r.Name(0)), words.Plural(most, "item"), number)
}

// texts returns all that an operand can be, when that is fixed.
func (c itemChecker) texts(t *flow.Template, operand *liquid.Term) []string {
	switch operand.Kind {
	case liquid.StringOperand:
		return []string{strings.Trim(operand.Operand.In(t.Text), `"'`)}
	case liquid.ReferenceOperand:
		r := flow.Ref{Template: t, Reference: &t.Liquid.References[operand.Ref]}
		if r.Local >= 0 {
			return nil
		}
		if v := c.held.At(r); v.Known && !v.Text {
			return v.Constants
		}
	}
	return nil
}
