package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "widget-count", Title: "The flow has too many widgets",
		Group: finding.Text, Severity: finding.Warning, Varies: "error beyond 2,000",
		Doc: `Finds definitions with more than 1,000 states, the most that Twilio's published
schema allows, and, as an error, with more than 2,000: the documentation counts
that many for a flow and all its subflows together, and executions fail beyond
it (81026).

The two numbers contradict each other, and it is not known which one the API
holds to: so 1,001 to 2,000 is a warning.

Move a part of the flow into a subflow.`,
	},
	Check: func(p *lint.Pass) {
		n, most := p.Flow.States.Len(), schemas.Flow().Limit("widgets")
		switch {
		case n > most.Max:
			p.Reportf(p.Flow.States.At(most.Max).Opening(), "the flow has %s widgets, and executions fail beyond %s (%d); move a part of it into a subflow", words.Grouped(n), words.Grouped(most.Max), most.Code).
				As(finding.Error).Identify("run")
		case n >= most.Warn:
			p.Reportf(p.Flow.States.At(most.Warn-1).Opening(), "the flow has %s widgets, and Twilio's published schema allows %s; move a part of it into a subflow", words.Grouped(n), words.Grouped(most.Warn-1)).
				Identify("schema")
		}
	},
})
