package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportOfferedTwice reports the texts that offer one answer for two things.
func reportOfferedTwice(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		twice := offeredTwice(w)
		if twice == nil || !p.Flow.Reachable(w) {
			continue
		}
		p.Reportf(effects.Prompt(w), "%s offers %s twice, %s and %s: whoever wants the one is given the other; give each an answer of its own",
			w.Label(), words.Quote(twice.Answer), words.Quote(twice.First), words.Quote(twice.Second)).
			As(finding.Warning).Identify(w.Label(), twice.Answer)
	}
}

// offeredTwice returns the answer that a widget offers for two things; nil for none.
func offeredTwice(w *flow.Widget) *offer.Twice {
	if act := effects.ActOf(w); act != effects.Asks && act != effects.Tells {
		return nil
	}
	return offer.OfferedTwice(effects.Prompt(w).Text())
}
