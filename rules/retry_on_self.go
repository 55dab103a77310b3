package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/loops"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "retry-on-self", Title: "A failure leads back to the same widget at once",
		Group: finding.Paths, Severity: finding.Warning, Varies: "note for a copy of the widget that is tried",
		Doc: `Finds a widget that is tried again, without a pause and without counting, whenever
it fails. What failed a moment ago mostly fails again: the widget runs ten times
within seconds, each time calling the service or sending the message, and then
Studio ends the execution (81001). Twilio's documentation calls this the wrong way
to retry.

As a note, once a flow, it finds a request whose failure leads, at once or after a text, to a copy that
sends the same to the same place.

Lead the failure to a message or another way out, or count the attempts in a
variable, test it with a split, and only then come back.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			for _, t := range w.Transitions {
				if t.To == w && p.Flow.Reachable(w) && loops.Fails(t) {
					p.Reportf(t.NextNode, "%s tries again at once when it fails (%s), and ends after %s times (81001); count the attempts",
						w.Label(), words.Quote(t.Event), loops.Limit("repeats")).
						Along(loops.Repeated(p.Flow, t))
				}
			}
		}
		reportCopyTried(p)
	},
})
