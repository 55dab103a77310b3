package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "default-name", Title: "A widget still has the name that the editor gave it",
		Group: finding.Values, Severity: finding.Off,
		Doc: `Finds names made of the widget's type and a number, such as send_message_1 or
split_4. They say nothing to who reads a transition, a template or Twilio's log.

Rename the widget after what it is there for, in transitions and templates too.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if words.IsDefaultName(w.Name, w.Type) {
				p.Reportf(w.NameNode, "%s says no more than the widget's type; name it after what it is there for", words.Quote(w.Name))
			}
		}
	},
})
