package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkOpenClosed reports the first branch for "open" that leads to a text which says that nobody is there, while
// what the split leads to otherwise puts the caller through; and the reverse.
func checkOpenClosed(p *lint.Pass, branches []reads.Branch) {
	const most = 40 // branches that are looked at
	for _, b := range branches[:min(len(branches), most)] {
		if !b.Literal || b.Transition.Meant == nil {
			continue
		}
		open, shut := offer.NamesOpen(b.States())
		if open == shut {
			continue
		}
		for _, other := range b.Transition.From.Transitions {
			if other == b.Transition || other.Meant == nil || effects.PastIdle(p.Flow, other) == effects.PastIdle(p.Flow, b.Transition) {
				continue
			}
			closing, serving := b.Transition, other
			if shut {
				closing, serving = other, b.Transition
			}
			w := effects.Next(closing, effects.Tells, effects.Asks)
			if w == nil || !putsThrough(serving) || putsThrough(closing) {
				continue
			}
			text := effects.Prompt(w).Text()
			said := words.Quote(offer.SaysNobody(text))
			if said == `""` {
				said = "that nobody is free"
				if !offer.SaysAway(text) {
					continue
				}
			}
			p.Reportf(closing.NextNode, "%s leads to %s, which says %s, and %s to somebody; exchange the two",
				wordsOf(closing, b), w.Label(), said, wordsOf(serving, b)).
				Relate(serving.NextNode, "the other one").As(finding.Warning)
			return
		}
	}
}

// wordsOf names a transition of a split: a branch by what it tests.
func wordsOf(t *flow.Transition, b reads.Branch) string {
	if t == b.Transition {
		return b.Words()
	}
	if t.Facts.Kind == schemas.KindNoMatch {
		return "anything else"
	}
	return words.Quote(t.Event)
}
