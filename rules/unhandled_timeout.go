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
		ID: "unhandled-timeout", Title: "A caller who says nothing is cut off",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a Gather Input On Call widget whose "timeout" ends the execution while keys or
speech go on: a caller who hesitates, or presses the key a second too late, is hung
up on without a word.

A question that is itself only asked after a timeout is a second attempt; ending
there is nothing to warn of.

Lead "timeout" to a message and back to the question, count the attempts, or lead
it to an agent.`,
	},
	Check: func(p *lint.Pass) {
		first := p.Flow.Routes(func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindTimeout })
		for _, w := range p.Flow.Widgets {
			if w.Facts.Needs != schemas.NeedsCall {
				continue
			}
			var open *flow.Transition
			goesOn := false
			for _, t := range w.Transitions {
				switch {
				case t.Facts.Kind == schemas.KindTimeout && t.Ends():
					open = t
				case t.Facts.Kind == schemas.KindInput:
					goesOn = goesOn || t.Next != ""
				}
			}
			if open == nil || !goesOn {
				continue
			}
			if first.Reach(w) {
				p.Reportf(open, "%s hangs up without a word on a caller who says nothing (%s ends the call); ask again, say goodbye, or lead it to an agent",
					w.Label(), words.Quote(open.Event)).Along(finding.Route(first, w))
			}
		}
	},
})
