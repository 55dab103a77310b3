package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "message-to-self", Title: "A message goes to the number that it comes from, or to another than it is for",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a request", Fix: finding.UnsafeFix,
		Doc: `Finds a message that is sent to the number of the flow itself, as {{flow.channel.address}} or
{{trigger.message.To}}, and one that is sent from the contact's number, which is not yours.
Twilio refuses both ("failed"): nobody gets the message. So it is with one number that is written out in both.

Conversations pass on what is written to all who take part, whatever stands there, and flows that
only these begin are left alone; but a message to the number of somebody else, a colleague, in such a flow or after a
step that has started a Conversation, goes to the person as well, and that is found.

As a note it finds a request, a task or a variable that is given the flow's own number under a name (phone) under which
another one is given the contact's, or under one for a person's number alone (caller_phone, or the query of
.../customers?phone=), and the contact's number under a name for that of the flow (twilio_number). Where a telephone of the
house calls out through the flow, the number that was called is that of somebody else: such flows are left alone.

Write {{contact.channel.address}} into "to" and {{flow.channel.address}} into "from".`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Needs() == schemas.NeedsMessage && effects.ActOf(w) != effects.HandsOver {
				checkParties(p, w)
			}
		}
		reportOwnNumbers(p)
		reportToAll(p)
	},
})

func checkParties(p *lint.Pass, w *flow.Widget) {
	sender, receiver := w.Facts.Property(w.Facts.Sender), w.Facts.Property(w.Facts.Receiver)
	from, to := w.Property(w.Facts.Sender), w.Property(w.Facts.Receiver)
	by := reads.Party(p.Flow, from)
	fromPerson := isRefused(sender, by)
	toItself := isRefused(receiver, reads.Party(p.Flow, to)) && (by != "" || !from.Exists())
	if reportSameNumber(p, w, from, to) || !fromPerson && !toItself || !reads.ByNumber(p.Flow, w) {
		return
	}
	switch {
	case fromPerson && toItself:
		p.Reportf(to, "%s sends from the person's number to the flow's own, so nobody gets it; exchange the two", w.Label()).
			SuggestMore(false, "Exchange the two", to.SetText(receiver.Default), from.SetText(sender.Default))
	case fromPerson:
		p.Reportf(from, "%s sends from the number of the person, which is not yours, so it fails; write %s", w.Label(), sender.Default).
			SuggestName(false, sender.Default, from.SetText(sender.Default))
	case toItself:
		p.Reportf(to, "%s sends to the flow's own number, so nobody gets it; write %s", w.Label(), receiver.Default).
			SuggestName(false, receiver.Default, to.SetText(receiver.Default))
	}
}

// isRefused reports whether Twilio refuses a message with such a value of a property.
func isRefused(facts *schemas.Property, value schemas.Content) bool {
	return facts != nil && facts.Refused != nil && facts.Refused.Holds == value
}

// reportSameNumber reports a message that goes to the number that is written out as its sender's, too, and whether it did.
func reportSameNumber(p *lint.Pass, w *flow.Widget, from, to source.Node) bool {
	if w.Incomplete || p.Flow.TemplateAt(to) != nil || len(to.Text()) < 8 || from.Text() != to.Text() || to.Unknown() {
		return false
	}
	p.Reportf(to,
		"%s sends to the very number that it sends from, so nobody gets it; write the number of the one who is to get it", w.Label())
	return true
}
