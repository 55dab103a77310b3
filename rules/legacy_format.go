package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "legacy-format", Title: "An export of the first Studio editor",
		Group: finding.Text, Severity: finding.Error, Rejected: true, Scope: finding.PerDocument,
		Doc: `Finds flows in the format of the first Studio editor: widget types in CamelCase
(InitialState, Gather, Branch), a "sid" for every state, a "uuid" for every
transition, no "initial_state".

The API does not take that format, and nothing converts it. What such a flow does is
read all the same, as today's Studio would run it: its types by the names that they have
today, its transitions by the SIDs of states. So the rules about paths, answers and values
look at it, those about the form that Studio takes today do not, and nothing is mended in it.

Open the flow in today's editor and copy its JSON from the trigger's "Show Flow
JSON", or fetch the flow through the API: GET /v2/Flows/{Sid} returns the
definition in today's format.`,
	},
	Check: func(p *lint.Pass) {
		if p.Document.Kind != input.Legacy {
			return
		}
		at := p.Document.Definition
		if !at.Exists() {
			at = p.Document.Node
		}
		for _, state := range at.Get("states").Elements() {
			if n := state.Get("type"); n.IsString() {
				today := ""
				if t, ok := schemas.LegacyType(n.Text()); ok && t != "" {
					today = ", which is " + t + " today"
				}
				p.Reportf(n, "this is an export of the first Studio editor (type %s%s), which the API does not take; export it again from today's", words.Quote(n.Text()), today)
				return
			}
		}
		p.Reportf(at.Opening(), "this is an export of the first Studio editor, which the API does not take; export it again from today's")
	},
})
