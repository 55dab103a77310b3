package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "flex-without-contact", Title: "Send to Flex where there is nobody to hand over",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a Send to Flex widget to which one comes from a request of the REST API with
no call answered, no conversation started and no reply received on the way. The
widget hands a call, a message or a conversation over to an agent, and there is
none; Studio does not support it there (warning 81020), and no task is created.

What a parent flow brings and what a subflow does is not known, so nothing is said
after them.

Put a Make Outgoing Call, a Start Conversation or a Send & Wait For Reply before it
and go on from "answered", "created" or "incomingMessage".`,
	},
	Check: func(p *lint.Pass) {
		if !slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return w.Needs() == schemas.NeedsFlex }) {
			return
		}
		for _, e := range p.Flow.Entries() {
			if e.Channels().Has(schemas.NeedsFlex) {
				continue
			}
			branches := values.Held.Of(p).From(e)
			paths := e.Walk(func(t *flow.Transition) bool {
				return t.From.Needs() != schemas.NeedsCall && !mayBringContact(t) && branches.Takes(t)
			})
			for _, w := range p.Flow.Widgets {
				if w.Needs() == schemas.NeedsFlex && paths.Reach(w) {
					p.Reportf(w, "%s hands over a contact, but on %s there is none, and no task is created (81020); make a call or start a conversation first",
						w.Label(), words.Quote(e.Event)).Along(finding.Route(flow.Routes{paths}, w))
				}
			}
		}
	},
})

// mayBringContact reports whether the execution has, or may have, a call, message
// or conversation from this transition on.
func mayBringContact(t *flow.Transition) bool {
	facts := t.From.Facts
	switch {
	case !t.Facts.Known() || facts.Subflow != nil:
		return true
	case facts.Creates != nil && facts.Creates.Event == t.Raised():
		return true
	}
	return facts.Needs == schemas.NeedsMessage && t.Facts.Kind == schemas.KindInput
}
