package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unhandled-timeout", Title: "A caller who says nothing is cut off",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a Gather Input On Call widget whose "timeout" ends the execution while keys or
speech go on, at once or after steps that nobody hears (a request, a variable): a
caller who hesitates, or presses the key a second too late, is hung up on without a
word.

A question that is itself only asked again, after silence, is a second attempt; ending
there is nothing to warn of. A menu that comes after "hold the line" is a first one.

Those of a flow are one finding: it stands at the first and lists the others.

Lead "timeout" to a message and back to the question, count the attempts, or lead
it to an agent.`,
	},
	Check: func(p *lint.Pass) {
		again := values.Again.Of(p)
		first := p.Flow.Routes(func(t *flow.Transition) bool { return !again[t] })
		var cut []*flow.Transition
		for _, w := range p.Flow.Widgets {
			if w.Facts.Needs != schemas.NeedsCall {
				continue
			}
			var open *flow.Transition
			goesOn := false
			for _, t := range w.Transitions {
				switch {
				case t.Facts.Kind == schemas.KindTimeout && values.EndsUnheard(p, t):
					open = t
				case t.Facts.Kind == schemas.KindInput:
					goesOn = goesOn || t.Next != ""
				}
			}
			if open != nil && goesOn && first.Reach(w) {
				cut = append(cut, open)
			}
		}
		if len(cut) > 0 {
			reportCut(p, cut, first)
		}
	},
})

// reportCut reports the questions that end the call of whoever is silent: once, since one
// decision mends all of them.
func reportCut(p *lint.Pass, cut []*flow.Transition, first flow.Routes) {
	t := cut[0]
	w := t.From
	var d *finding.Diagnostic
	if n := len(cut) - 1; n > 0 {
		d = p.Reportf(t, "%s and %s hang up on a caller who presses or says nothing; ask again or say goodbye",
			w.Label(), words.Plural(n, "other question"))
	} else {
		d = p.Reportf(t, "%s hangs up on a caller who presses or says nothing (%s); ask again or say goodbye",
			w.Label(), values.Unsaid(t))
	}
	d.Identify(w.Label()).Along(finding.Route(first, w))
	for _, t := range cut[1:min(len(cut), lint.MaxRelated+1)] {
		d.Relate(t, "and "+t.From.Label())
	}
}
