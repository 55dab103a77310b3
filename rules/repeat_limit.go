package rules

import (
	"studiolint/lint"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	ID: "repeat-limit", Title: "A widget leads back to itself without a counter",
	Group: lint.Paths, Severity: lint.Note, Varies: "warning when nobody has to be there",
	Doc: `Finds a transition from a widget to itself. Studio stops the execution when one
widget has run ten times in a row (81001): the call is cut off, the chat goes
silent, at whatever point it is. For a question that a person answers, or that a
caller is asked again while the line is silent, it is worth knowing. It is a warning
where nobody has to be there: a widget that always leads to itself, a message that
is sent again as long as nobody answers. Failures are reported by retry-on-self.

To say goodbye instead, count the rounds in a variable (set-variables), test it
with a split, and lead on from there. Any widget in between also starts the
count of ten anew, but not that of the 1,000 steps an execution may have (81000).`,
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if !p.Flow.Reachable(w) {
				continue
			}
			for _, t := range w.Transitions {
				e := eventOf(t)
				if t.To != w || t.Dangling || e == nil || e.Kind == schemas.KindStart || fails(t) {
					continue
				}
				switch {
				case e.Person || isSilence(t):
					p.Reportf(t.NextNode, "%s is repeated on %s, and Studio ends the execution without a word after %s times in a row (81001); count the rounds in a variable to end it otherwise",
						widgetName(w), quote(t.Event), stepLimit("repeats")).Along(repeated(p, t))
				case e.Kind == schemas.KindTimeout:
					p.Reportf(t.NextNode, "%s is repeated on %s as long as nobody answers, and Studio ends the execution after %s times in a row (81001); count the rounds in a variable, or lead it on",
						widgetName(w), quote(t.Event), stepLimit("repeats")).As(lint.Warning).Along(repeated(p, t))
				default:
					p.Reportf(t.NextNode, "%s leads to itself on %s, though nobody does anything: Studio ends the execution after %s times in a row (81001); lead it on",
						widgetName(w), quote(t.Event), stepLimit("repeats")).As(lint.Warning).Along(repeated(p, t))
				}
			}
		}
	},
})
