package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "duplicate-widget-name", Title: "Two widgets have the same name",
		Group: finding.Wiring, Severity: finding.Error, Rejected: true,
		Doc: `Finds a widget whose name an earlier widget of the flow has. Transitions and
templates name widgets, so they could mean either.

Twilio refuses such a definition (error 81022).

Rename one of them, and check which transitions and templates mean it.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			first := p.Flow.Widget(w.Name)
			if w.Name == "" || first == w || shape.IsPlaceholder(p, w.NameNode) {
				continue
			}
			p.Reportf(w.NameNode, "a widget before this one is named %s too, so a transition could mean either; rename one", words.Quote(w.Name)).
				Relate(first.NameNode, "the first widget of that name")
		}
	},
})
