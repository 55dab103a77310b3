package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "rest-only-widget", Title: "A widget that only works in flows started by the REST API",
		Group: finding.Paths, Severity: finding.Error, Varies: "warning when the REST API starts the flow, too", Rejected: true,
		Doc: `Finds Start Conversation and Resume Conversation in a flow that the REST API does
not start. Twilio refuses such a flow ("can only be used in flows triggered by the
REST API").

When incomingRequest leads somewhere, and the widget can also be reached from a
call or a message, that path is a warning: there is a contact's own channel
already. What a parent flow brings is not known, so nothing is said of
incomingParent.

Start the flow through the REST API (connect incomingRequest), or keep the widget
out of the other paths.`,
	},
	Check: func(p *lint.Pass) {
		entries := p.Flow.Entries()
		rest, unknown := false, false
		for _, e := range entries {
			rest = rest || e.Channels() == 0
			unknown = unknown || e.Channels()&flow.Unknown != 0
		}
		if len(entries) == 0 || unknown {
			return
		}
		for _, w := range p.Flow.Widgets {
			if w.Needs() != schemas.NeedsREST {
				continue
			}
			for _, e := range entries {
				if e.Channels() == 0 || !e.Reaches(w) {
					continue
				}
				path, _ := e.PathTo(w)
				if rest {
					p.Reportf(w, "%s works only when the REST API has started the execution, but %s leads here, too; keep it out of that path", w.Label(), words.Quote(e.Event)).
						Along(finding.Steps(path, w)).As(finding.Warning)
				} else {
					p.Reportf(w, "%s works only in flows that the REST API starts, and this one starts on %s; connect the trigger's incomingRequest instead, or remove the widget", w.Label(), words.Quote(e.Event)).
						Along(finding.Steps(path, w)).
						Says(p.Document.PropertyPath(w.Node), "can only be used in flows triggered by the REST API")
				}
				break
			}
		}
	},
})
