package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "dangling-transition", Title: "A transition leads to a widget that does not exist",
		Group: finding.Wiring, Severity: finding.Error, Rejected: true,
		Doc: `Finds a "next" that is the name of no widget. Names are case-sensitive.

Twilio refuses such a definition (error 81022, "must match a widget name").

Write the name of a widget of this flow. To end the branch, leave "next" out.`,
	},
	Check: func(p *lint.Pass) {
		if p.Flow.Unread() {
			return // a name may be that of a state which cannot be read
		}
		for t := range p.Flow.Transitions() {
			if !t.Dangling() || shape.IsPlaceholder(p, t.NextNode) {
				continue
			}
			hint := `write the name of a widget, or leave "next" out to end here`
			switch {
			case t.Meant != nil && t.Meant.Name == "":
				continue // the widget has lost its name
			case t.Meant != nil:
				hint = "did you mean " + words.Quote(t.Meant.Name) + "?"
			}
			p.Reportf(t.NextNode, "%s goes to %s on %s, but no widget has that name; %s",
				t.From.Label(), words.Quote(t.Next), words.Quote(t.Event), hint).
				Says(p.Document.PropertyPath(t.NextNode), "must match a widget name")
		}
	},
})
