package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "voice-without-call", Title: "A widget needs a live call where there is none",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds widgets that speak, listen, record, connect or queue a call on a path on
which there is no call: from a message, a conversation or a request of the REST
API, with no outgoing call answered on the way. Studio cannot run them there
(warnings 81002 and 81020) and the execution is stuck.

Only the first such widget of a path is reported: the execution comes no further.
What a parent flow brings and what a subflow does is not known, so nothing is said
after them.

A widget that works on incoming calls only (Call Recording) is reported where the
call is one that the flow has made.

Lead the event elsewhere, or put a Make Outgoing Call widget before it and go on
from its "answered".`,
	},
	Check: func(p *lint.Pass) {
		type stranded struct {
			widget *flow.Widget
			routes flow.Routes
			events []string
		}
		var list []*stranded
		byWidget := map[*flow.Widget]*stranded{}
		for _, e := range p.Flow.Entries() {
			if e.Channels().Has(schemas.NeedsCall) {
				continue
			}
			// Up to the first widget that needs a call, and never over what makes
			// one, or may do so.
			branches := values.Held.Of(p).From(e)
			paths := e.Walk(func(t *flow.Transition) bool {
				return t.From.Needs() != schemas.NeedsCall && !mayBringCall(t) && branches.Takes(t)
			})
			for _, w := range p.Flow.Widgets {
				if w.Needs() != schemas.NeedsCall || !paths.Reach(w) {
					continue
				}
				f := byWidget[w]
				if f == nil {
					f = &stranded{widget: w, routes: flow.Routes{paths}}
					byWidget[w] = f
					list = append(list, f)
				}
				f.events = append(f.events, words.Quote(e.Event))
			}
		}
		for _, f := range list {
			p.Reportf(f.widget, "%s needs a live call, but on %s there is none, and it is stuck (81002, 81020); lead the event elsewhere",
				f.widget.Label(), strings.Join(f.events, " and ")).
				Along(finding.Route(f.routes, f.widget))
		}
		for _, w := range p.Flow.Widgets {
			if w.Facts.IncomingOnly && byWidget[w] == nil {
				reportOutgoing(p, w)
			}
		}
	},
})

// reportOutgoing reports a widget for incoming calls that a path comes to with a
// call that the flow has made.
func reportOutgoing(p *lint.Pass, w *flow.Widget) {
	for _, e := range p.Flow.Entries() {
		if e.Channels().Has(schemas.NeedsCall) {
			continue
		}
		path, ok := e.PathWith(w, func(l flow.Channels) bool { return l&flow.Call != 0 })
		if !ok || slices.ContainsFunc(path, func(t *flow.Transition) bool { return !t.Facts.Known() }) { // it proves nothing
			continue
		}
		p.Reportf(w, "%s works on incoming calls only, but on %s the call is one that the flow has made; record that call where it is made or remove the widget",
			w.Label(), words.Quote(e.Event)).
			Along(finding.Steps(path, w))
		return
	}
}

// mayBringCall reports whether the execution has, or may have, a call from this
// transition on.
func mayBringCall(t *flow.Transition) bool {
	facts := t.From.Facts
	if !t.Facts.Known() || facts.Subflow != nil {
		return true
	}
	return facts.Creates != nil && facts.Creates.Event == t.Raised() && facts.Creates.Channel == "call"
}
