package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "retired-widget", Title: "A widget whose product has ended",
		Group: finding.Text, Severity: finding.Warning,
		Doc: `Finds widgets that belong to a product that has ended or was replaced, such as
Send To Autopilot. They are still accepted, but fail when the flow runs, or will.
Those of one type are one finding a flow; what their failures lead to is not asked.

The message names what to use instead; "studiolint explain WIDGET-TYPE" says more.`,
	},
	Check: func(p *lint.Pass) {
		told := map[string]*finding.Diagnostic{}
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if known.Retired == nil {
				continue
			}
			if d := told[w.Type]; d != nil {
				if len(d.Related) < lint.MaxRelated {
					d.Relate(w.TypeNode, "and "+w.Label())
				}
				continue
			}
			hint := "replace it"
			if r := known.Retired.Replacement; r != "" {
				hint = "use " + r
			}
			told[w.Type] = p.Reportf(w.TypeNode, "%s is retired (%s); %s", words.Quote(w.Type), words.TrimStop(known.Retired.Why), hint)
		}
	},
})
