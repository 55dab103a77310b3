package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "flex-attributes", Title: "Attributes that are not a JSON object",
		Group: finding.Flex, Severity: finding.Error, Varies: "warning for the attributes of messages and conversations, note where no execution comes to the widget",
		Doc: `The "attributes" of Send to Flex and the "task_attributes" of Enqueue Call are JSON
text with Liquid in it. Finds those that cannot be a JSON object once the Liquid is
filled in, at the character where the JSON breaks: a comma too many or too few,
single quotes, a bracket that is never closed, a list instead of an object. Also
those with more than 1,024 characters, Liquid not counted.

No task is created then (81015), and the customer waits for nobody. The attributes of
messages and conversations are JSON too; wrong ones are a warning.

Liquid within quotes counts as text, and Liquid outside of them as any value. Of if
and else each side is read; a mistake counts when it is there whichever way the rest
goes. What is Liquid as a whole is not known, and passes.

As a note it finds a name (also "name", where it is one of a person), an e-mail address or a telephone number of the customer that is written
there as it is: every customer then has it. So it does a name that stands twice in one object: the
last one counts.

So it does, once a flow, a reason (handoffReason, motivo) that a task gives both when a person has chosen
so and when a request has failed, while other tasks of the flow give other reasons.

So it does, once a flow, a task without attributes to which a choice leads, while two others or more tell the same workflow something.

As a warning, once a flow, it finds a task that is named urgent or VIP, or marked so ("vip": true), and has a lower
priority than all others: TaskRouter takes the higher one first.

Write a JSON object: { "name": {{trigger.call.From | to_json}} }.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			facts := w.Facts
			for i := range facts.Properties {
				f := &facts.Properties[i]
				if f.Format != schemas.FormatJSON {
					continue
				}
				if n := w.Property(f.Name); n.IsString() && strings.TrimSpace(n.Text()) != "" {
					checkAttributes(p, w, f, jsontext.At(p.Flow, w, n))
				}
			}
		}
		reportReasons(p)
		reportUntoldTasks(p)
		reportPriorities(p)
	},
})

func checkAttributes(p *lint.Pass, w *flow.Widget, f *schemas.Property, t *flow.Template) {
	j := jsontext.Of(p, t)
	if j == nil {
		return // liquid-syntax
	}
	task := f.MaxLength != nil
	if task && w.Facts.FlexTask != nil {
		checkNobody(p, w, t)
	}
	what := func() string { return words.Quote(f.Name) + " of " + w.Label() }
	if fault := j.Fault(true); fault != nil && (!shape.IsPlaceholder(p, t.Node) || jsontext.FilledInStrings(t.Text)) {
		effect := ""
		if task {
			effect = ", so no task is created (81015)"
		}
		branch := ""
		if fault.Branch != "" {
			branch = " with " + words.Quote(fault.Branch)
		}
		d := p.Reportf(t.Place(fault.Span), "%s is no JSON object once the Liquid is filled in%s%s: %s", what(), branch, effect, fault.Message)
		switch {
		case !task && !p.Flow.Reachable(w):
			d.As(finding.Note)
		case !task:
			d.As(finding.Warning)
		}
	}
	for _, twin := range j.Twice() {
		if !twin.Same {
			p.Reportf(t.Place(twin.Lost), "%s stands twice in %s, and the last one counts, so this value is lost; remove one, or rename it", words.Quote(twin.Name), what()).
				As(finding.Note).Relate(t.Place(twin.Kept), "this one counts")
		}
	}
	if task {
		if n := j.Letters(); n > f.MaxLength.Max {
			p.Reportf(t.Node, "%s has %s characters besides Liquid, but at most %s are allowed (81015); leave something out", what(), words.Grouped(n), words.Grouped(f.MaxLength.Max)).Identify("length")
		}
	}
}

// checkNobody reports a customer's name, number or address that is the same for everybody.
func checkNobody(p *lint.Pass, w *flow.Widget, t *flow.Template) {
	if len(shape.LeftIn(p)(t.Node)) > 0 {
		return // placeholder tells of it
	}
	for _, m := range offer.Customers(t.Text) {
		word := t.Text[m[2]:m[3]]
		if offer.IsKindOfPerson(word) || shape.HoldsPlaceholder(p, word) {
			continue
		}
		p.Reportf(t.Place(liquid.Span{Start: m[2], End: m[3]}), "every customer of %s is %s, which is written into %s; read it from the contact or an answer",
			w.Label(), words.Quote(word), words.Quote(t.Text[m[0]:m[1]])).As(finding.Note)
		return
	}
}
