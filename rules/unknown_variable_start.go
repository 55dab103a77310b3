package rules

import (
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// filled reports whether what only some trigger events fill can have a value in a
// widget, and reports it when it cannot.
func (c *variableChecker) filled(r flow.Ref, i int, k *schemas.Variable) bool {
	if c.at != r.Widget {
		c.at, c.starts = r.Widget, c.held.Begins(r.Widget)
	}
	starts := c.starts
	if len(starts) == 0 || c.misread[r.Widget] || slices.Contains(starts, "") || c.lost && !c.neverBegins(k) {
		return true
	}
	if k.Name == "conversation" && c.onlyMessages(r.Widget, starts) {
		if d, first := c.ReportOncef(nil, r.SegmentPlace(i), "%s is read, but only incomingMessage is connected, and a message fills trigger.message; connect incomingConversationMessage too, or read that",
			reads.PathTo(r, i)); first {
			d.As(finding.Note)
		}
		return false
	}
	if reads.Prefilled(r) {
		c.attribute(r, i, k, starts)
		return true
	}
	if c.held.Brings(r.Widget, k) {
		if k.Name == "conversation" {
			return true // replies to a message may arrive there, whatever began
		}
		others := slices.DeleteFunc(slices.Clone(starts), func(event string) bool {
			return slices.Contains(k.Events, event) || c.alike(k, []string{event})
		})
		if e, paths := c.held.Lacking(r, others); e != nil {
			c.lacks(r, i, e, paths)
		}
		return true
	}
	if c.tested.Has(r) || c.alike(k, starts) {
		return true
	}
	event := k.Events[0]
	why, cure := "but the trigger's "+event+" leads nowhere", "connect it"
	if c.Flow.Entry(event) != nil {
		why, cure = "but only what begins with "+words.List(starts)+" comes here", "lead that here"
	}
	d, first := c.once("unfilled "+reads.PathTo(r, i)+" "+why, r, r.SegmentPlace(i), "%s reads %s, which %s fills, %s: %s; %s, or read something else",
		r.Widget.Label(), reads.PathTo(r, i), event, why, values.Blank(c.Document, r, "the value is blank"), cure)
	if first {
		d.Along(values.Route(c.Pass, c.Flow.Everywhere(), r.Widget))
	}
	return false
}

// neverBegins reports whether the trigger leads nowhere with the events that fill something, so that it is blank
// wherever a missing widget was to stand.
func (c *variableChecker) neverBegins(k *schemas.Variable) bool {
	start := c.Flow.Begin()
	return start != nil && !c.Flow.Unfollowable()[start] && !slices.ContainsFunc(k.Events, func(event string) bool { return c.Flow.Entry(event) != nil })
}

// attribute reports a member of JSON that a flow sends for an event which it does not
// connect, as a note: for other flows it may be right, and the editor fills some in.
func (c *variableChecker) attribute(r flow.Ref, i int, k *schemas.Variable, starts []string) {
	facts := r.Facts
	if facts == nil || facts.Format != schemas.FormatJSON || c.held.Brings(r.Widget, k) ||
		k.Name != "call" && !(k.Name == "message" && slices.Contains(starts, flow.ConversationEvent)) ||
		c.tested.Has(r) || c.tested.Conditional(r) ||
		!jsontext.Declared(r.Template) || slices.Contains(starts, flow.ParentEvent) || c.mixes(r) {
		return
	}
	if d, first := c.ReportOncef(nil, r.SegmentPlace(i), "%s is read in %s, but only what begins with %s comes here, which does not fill it: it is blank",
		reads.PathTo(r, i), words.Quote(r.Property), words.List(starts)); first {
		d.As(finding.Note)
	}
}

// mixes reports whether the template of a reference reads other members of its root, too: one
// that is sent whatever began.
func (c *variableChecker) mixes(r flow.Ref) bool {
	in := rootIn{r.Template, r.Root()}
	mixed, known := c.mixed[in]
	if !known {
		mixed = slices.ContainsFunc(r.Template.Refs(), func(other flow.Ref) bool { return other.Root() == r.Root() && other.Name(1) != r.Name(1) })
		c.mixed[in] = mixed
	}
	return mixed
}

// alike reports whether what stands below trigger is a message or conversation and is
// read where the other arrives, or where a widget creates a conversation.
func (c *variableChecker) alike(k *schemas.Variable, events []string) bool {
	if !reads.IsChat(k) {
		return false
	}
	trigger := c.facts.Root("trigger")
	return slices.ContainsFunc(trigger.Keys, func(other schemas.Variable) bool {
		return reads.IsChat(&other) && slices.ContainsFunc(other.Events, func(event string) bool { return slices.Contains(events, event) })
	}) || slices.ContainsFunc(c.Flow.Widgets, func(w *flow.Widget) bool {
		creates := w.Facts.Creates
		return creates != nil && reads.IsChat(trigger.Key(creates.Channel))
	})
}

// onlyMessages reports whether an execution can come to a widget with nothing but a
// message, and without a question before it: replies may arrive as a conversation.
func (c *variableChecker) onlyMessages(w *flow.Widget, starts []string) bool {
	if len(starts) != 1 || starts[0] != flow.MessageEvent || c.Flow.Entry(flow.ConversationEvent) != nil ||
		c.Flow.Entry(flow.ParentEvent) != nil {
		return false
	}
	return !slices.ContainsFunc(c.Flow.Widgets, func(before *flow.Widget) bool {
		return !before.Facts.Starts && (before.Facts.Creates != nil || before.Facts.Interactive ||
			!before.Facts.Known()) && c.Flow.CanPrecede(before, w)
	})
}

// lacks reports what is blank when the execution begins with an entry, once in a flow:
// all of it goes with the trigger's one transition.
func (c *variableChecker) lacks(r flow.Ref, i int, e *flow.Entry, paths *flow.Paths) {
	what, at := reads.PathTo(r, i), r.SegmentPlace(i)
	if d := c.lacking[what+" "+e.Event]; d != nil {
		d.Also(at, "here too")
		return
	}
	hint := "give it a default, or lead that event elsewhere"
	given := r.Root() != "trigger" // by a request, which names whom the flow writes to, and from where
	switch name := r.Name(i + 1); {
	case name == "From" && !given, name == "To" && given:
		hint = "contact.channel.address is there however it begins"
	case name == "To", name == "From":
		hint = "flow.channel.address is there however it begins"
	}
	c.lacking[what+" "+e.Event] = c.Reportf(at, "%s reads %s, which is blank when the execution begins with %s; %s", r.Widget.Label(), what, words.Quote(e.Event), hint).
		As(finding.Note).Along(finding.Route(flow.Routes{paths}, r.Widget))
}
