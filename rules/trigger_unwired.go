package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "trigger-unwired", Title: "The trigger leads nowhere",
		Group: finding.Wiring, Severity: finding.Warning,
		Doc: `Finds a flow in which no event of the trigger has a "next", so that no call,
message, request or parent flow ever starts anything. A flow that holds the
trigger alone, as Twilio's editor makes it, is left alone.

Connect the event by which the flow should start: incomingCall, incomingMessage,
incomingConversationMessage, incomingRequest, or incomingParent for a subflow.`,
	},
	Check: func(p *lint.Pass) {
		start := p.Flow.Begin()
		if start == nil || !start.Facts.Starts || start.Incomplete || len(p.Flow.Widgets) < 2 {
			return
		}
		for _, t := range start.Transitions {
			if !t.Ends() {
				return
			}
		}
		p.Reportf(start, "%s has no event that leads anywhere, so nothing ever starts the flow; give the event that should start it a \"next\"", start.Label())
	},
})
