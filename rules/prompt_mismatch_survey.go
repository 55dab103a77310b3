package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportEarlySurvey reports the questions in a chat how the talk was, which come right after the
// chat is handed over, before anybody has talked: once.
func reportEarlySurvey(p *lint.Pass) {
	const far = 4
	var d *finding.Diagnostic
	for _, agent := range p.Flow.Widgets {
		if agent.Facts.FlexTask == nil || !p.Flow.Reachable(agent) || p.Flow.MayHaveCall(agent) {
			continue
		}
		t := agent.OnKind(schemas.KindSuccess)
		for w := range t.Ahead(far) {
			act := effects.ActOf(w)
			if act != effects.Tells && act != effects.Asks && act != effects.Sets {
				break
			}
			if n := effects.Prompt(w); w.Needs() == schemas.NeedsMessage && offer.AsksForMark(n.Text()) {
				if d == nil {
					d = p.Reportf(n, "%s asks how it was right after %s, which goes on (%s) when there is a task, before any agent has written; ask when it ends",
						w.Label(), agent.Label(), words.Quote(t.Event)).Relate(agent, "where it is handed over").Identify(w.Label())
				} else {
					d.Also(n, "so does "+w.Label())
				}
				break
			}
		}
	}
}
