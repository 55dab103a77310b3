package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportContradictions reports the sums, lengths of time and times of day that are others than those which a question
// offers, or which is told once it is done.
func reportContradictions(p *lint.Pass) {
	for _, c := range answers.Contradictions(p.Document) {
		odd, other := &c.Odd, &c.Other
		if odd.Told {
			p.Reportf(odd.Place, "%s says %s, but %s says %s; write the same into both",
				odd.Widget.Label(), words.Quote(odd.Said), other.Widget.Label(), words.Quote(other.Said)).
				Relate(other.Place, "the other one")
			continue
		}
		d := p.Reportf(odd.Place, "%s has %s as %s, but %s says %s; write the same into both",
			odd.Widget.Label(), words.Quote(odd.Said), words.Quote(odd.Key()), other.Widget.Label(), words.Quote(other.Said)).
			Relate(other.Place, "what a person is told")
		if c.Measure == offer.Money {
			d.As(finding.Warning)
		}
	}
}
