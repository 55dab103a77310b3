package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	ID: "unhandled-failure", Title: "A failure ends the execution",
	Group: lint.Paths, Severity: lint.Note,
	Varies: "warning for an HTTP request on a call, and for a task that Send to Flex could not create",
	Doc: `Finds a widget that goes on when it works and ends the execution when it fails:
the call is dropped, the chat falls silent, and nobody is told. On a call a failed
HTTP request is a warning; so is a Send to Flex that ends when the task could not
be created (failedToEnqueue), because the customer waits for an agent who will
never come.

Nothing is asked of a widget that itself only handles a failure, nor of one whose
failure leaves nobody to talk to: a message that could not be sent, a call or
conversation that did not come about.

Lead the failure to an apology, another way to reach somebody, or a second
attempt that is counted.`,
	Check: func(p *lint.Pass) {
		normal := waysWhere(p.Flow, func(t *flow.Transition) bool { return !isKind(t, schemas.KindFailure) })
		for _, w := range p.Flow.Widgets {
			facts := schemas.Lookup(w.Type)
			if facts == nil || facts.Needs == schemas.NeedsMessage || facts.Creates != nil {
				continue
			}
			var open, lost *flow.Transition
			goesOn := false
			for _, t := range w.Transitions {
				e := eventOf(t)
				switch {
				case e == nil:
				case e.Kind == schemas.KindFailure && ends(t):
					if facts.Needs == schemas.NeedsFlex && e.Name == "failedToEnqueue" {
						lost = t
					} else if open == nil {
						open = t
					}
				case e.Kind == schemas.KindSuccess || e.Kind == schemas.KindAlways || e.Kind == schemas.KindHandoff:
					goesOn = goesOn || t.Next != ""
				}
			}
			switch {
			case !normal.reach(w):
			case lost != nil:
				p.Reportf(lost, "%s ends the execution on %s: no task is created, and the customer waits for nobody; lead it to an apology or another way out",
					widgetName(w), quote(lost.Event)).As(lint.Warning).Along(normal.witness(p, w))
			case open == nil || !goesOn:
			case facts.Needs == schemas.NeedsFlex && !onCall(p.Flow, w, normal):
				// What else can fail there, fails on calls.
			default:
				d := p.Reportf(open, "%s goes on when it works and ends the execution on %s, without a word to the person; lead it to an apology or another way out",
					widgetName(w), quote(open.Event)).Along(normal.witness(p, w))
				if w.Type == "make-http-request" && onCall(p.Flow, w, normal) {
					d.As(lint.Warning)
				}
			}
		}
	},
})

// onCall reports whether a widget is reached with a live call.
func onCall(f *flow.Flow, w *flow.Widget, normal ways) bool {
	for i, e := range f.Entries() {
		if normal[i] == nil || !normal[i].Reach(w) {
			continue
		}
		for _, live := range f.LiveAt(e, w) {
			if live&flow.Call != 0 {
				return true
			}
		}
	}
	return false
}
