package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "rest-only-widget", Title: "A widget that only works in flows started by the REST API",
		Group: finding.Paths, Severity: finding.Error, Varies: "warning when the REST API starts the flow, too, and for a second Conversation", Rejected: true,
		Doc: `Finds Start Conversation and Resume Conversation in a flow that the REST API does
not start. Twilio refuses such a flow ("can only be used in flows triggered by the
REST API").

When incomingRequest leads somewhere, and the widget can also be reached from a
call or a message, that path is a warning: there is a contact's own channel
already. What a parent flow brings is not known, so nothing is said of
incomingParent.

A second Conversation, where each path has created one before, is a warning: an execution has one, and
the widget always goes to "failed".

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
			if rest && reportSecond(p, w) {
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

// reportSecond reports a widget that creates a Conversation where there is one already: each path comes from the event
// by which another one has created it. It reports whether it did.
func reportSecond(p *lint.Pass, w *flow.Widget) bool {
	if w.Facts.Creates == nil || !reads.ByConversation(p.Flow, w) {
		return false
	}
	for _, e := range p.Flow.Entries() {
		if e.Channels() != 0 {
			continue
		}
		path, ok := e.PathTo(w)
		i := slices.IndexFunc(path, func(t *flow.Transition) bool {
			return t.From.Facts.Creates != nil && t.From.Facts.Creates.Event == t.Raised()
		})
		if !ok || i < 0 {
			continue
		}
		first := path[i].From
		p.Reportf(w, "%s comes after %s (%q), and an execution has one Conversation: it always goes to its failure event; remove it",
			w.Label(), first.Label(), path[i].Raised()).Along(finding.Steps(path, w)).As(finding.Warning)
		return true
	}
	return false
}
