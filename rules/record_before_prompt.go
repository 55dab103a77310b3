package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "record-before-prompt", Title: "A call is recorded before it is answered",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a Call Recording widget that an incoming call can come to before anything
was said or asked. The call is answered by the first widget that speaks, listens
or connects; before that there is nothing to record and the widget fails.

Put a Say/Play or Gather Input On Call widget before it.`,
	},
	Check: func(p *lint.Pass) {
		for _, e := range p.Flow.Entries() {
			if e.Channels()&flow.Call == 0 {
				continue
			}
			unanswered := e.Walk(func(t *flow.Transition) bool {
				return t.Facts.Known() && (t.From.Needs() != schemas.NeedsCall || t.From.Facts.IncomingOnly)
			})
			for _, w := range p.Flow.Widgets {
				if w.Facts.IncomingOnly && unanswered.Reach(w) {
					p.Reportf(w, "%s records the call before anything has answered it, and fails; put a Say/Play or Gather Input On Call widget before it", w.Label()).
						Along(finding.Route(flow.Routes{unanswered}, w))
				}
			}
		}
	},
})
