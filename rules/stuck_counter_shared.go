package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/loops"
	"studiolint/lint/words"
)

// reportSharedCounters reports the counters that go on from one question to the next: once.
func reportSharedCounters(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, c := range loops.SharedCounters.Of(p) {
		if c.AtOnce {
			p.Reportf(c.Write.Value, "%s counts the slips at %s and at %s together: who has none left at the first goes on to the second, and is dropped at the first slip there; set it to 0 in between",
				words.Quote(c.Key), c.First.Label(), c.Second.Label()).Identify(c.Key).Relate(c.Split, "what tests it")
		} else if d == nil {
			d = p.Reportf(c.Write.Value, "%s counts the slips at %s and at %s together: who slipped at the first has fewer tries at the second; set it to 0 in between",
				words.Quote(c.Key), c.First.Label(), c.Second.Label()).As(finding.Note).Identify(c.Key).Relate(c.Split, "what tests it")
		} else {
			d.Also(c.Write.Value, "so does "+words.Quote(c.Key))
		}
	}
}
