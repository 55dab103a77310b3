package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flex"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "flex-workflow", Title: "Send to Flex without the SID of a workflow",
		Group: finding.Flex, Severity: finding.Warning,
		Doc: `The "workflow" of a Send to Flex widget is the SID of a TaskRouter workflow: WW and
32 hexadecimal digits.

Finds an empty one, a name, a SID of another kind and one that is broken. The task
is then not created (81015), and the customer waits for nobody. That the member is
missing altogether, the rule schema reports; that the channel is empty too,
flex-channel.

Copy the SID from TaskRouter's list of workflows. Liquid and placeholders are left
alone.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			task := w.Facts.FlexTask
			if task == nil || flex.Empty(w) {
				continue
			}
			n := w.Property(task.Workflow)
			text, ok := shape.Literal(p, n)
			if !ok {
				continue
			}
			fault := words.SIDFault(text, w.Facts.Property(task.Workflow).SID)
			switch {
			case text == "":
				fault = "is empty"
			case fault == "" && !words.IsSID(text):
				fault = "is " + words.Quote(text) + ", which is no SID"
			case fault == "":
				continue
			}
			p.Reportf(n, "\"workflow\" of %s %s, so no task is created (81015); write its SID (WW…)", w.Label(), fault)
		}
	},
})
