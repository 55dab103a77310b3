package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "list-item", Title: "An item that a list does not have",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.UnsafeFix, Varies: "note for an item that a person chooses or a loop counts, and of what a service sends",
		Doc: `Finds

- an item beyond the end of a list that the template makes of a fixed text:
  {% assign parts = "north,south" | split: "," %}{{parts[2]}}. Items count from 0;
- as a note, an item whose number a person wrote or pressed, unchecked:
  {{widgets.fetch.parsed.rooms[widgets.ask.inbound.Body].name}}. Whoever writes 9, or
  "two", gets a blank;
- as a note, an item whose number a loop counts up ({{widgets.fetch.parsed.slots[idx].time}}, and round again for
  "another one"), while the loop asks for nothing but the answer: blank after the last;
- as a note, once a flow, an item after the first of a list that a service sends, in a text for a
  person, while nothing asks what came.

- as a note, a message that lists what a request brought, for a person to choose from, while
  nothing tests before whether there is any, or one that tells a long text of each (a description) without
  a limit of the items: a message holds 1,600 characters.

Nothing fails: the value is blank.

It also finds a list that is numbered by forloop.index0, from 0 on, while the split takes 1 and not 0; and a step that
takes the same item ({{widgets.fetch.parsed.slots[0].id}}) whatever number was chosen from that list, or of items that the
question tells one by one, or another item than that which is offered for the key. And it finds a file
of a message after the first (MediaUrl1) where nothing reads that (MediaUrl0), or in a flow for WhatsApp, where a message
brings one.

As a note, once a flow, it finds a step that is given one member of one item and another member of another
(slots[0].id beside slots[1].label, or i and i + 1); a text that names one item twice and leaves out the next; and one that lists the items
from [1] on, while nothing reads the first.

An answer that a split has let through, one that is tested for being too large, and a list
whose item some split tests, are left alone; but where 1 is taken away from a number that is only
tested for too much, or for 0 only after what is small enough, 0 takes the last item: that is a note. Let only numbers through that are there, or test the item for is_blank.`,
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
		reportNumbered(p)
		reportFixedItems(p)
		reportPositions(p)
		reportNeighbours(p)
		reportLaterFiles(p)
	},
})

func (c *itemChecker) check(r flow.Ref) {
	for i, s := range r.Segments {
		switch {
		case i == 0:
		case s.Kind == liquid.DynamicSegment && s.Index != nil && r.Local < 0:
			c.chosen(r, i)
			c.counted(r, i)
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
	if c.told != nil && c.told.Full() || r.Segments[at].Name == "0" || !r.IsContent() {
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

// beyond reports an item that a list of fixed texts does not have.
func (c itemChecker) beyond(r flow.Ref, s liquid.Segment) {
	number, err := strconv.Atoi(s.Name)
	e := assigned(r)
	if err != nil || number < 0 || e == nil || len(e.Terms) != 1 || len(e.Terms[0].Filters) != 1 || e.Terms[0].Filters[0].Name != liquid.FilterSplit {
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
