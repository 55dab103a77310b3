package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportTriesSpent reports the texts after too many wrong answers that name another number of tries than there
// were: once.
func reportTriesSpent(p *lint.Pass) {
	const most = 40 // texts whose loops are looked at
	var d *finding.Diagnostic
	looked := 0
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || p.Flow.LoopOf(w) != nil {
			continue
		}
		n := effects.Prompt(w)
		told, said := offer.TriesSpent(n.Text())
		if told < 1 {
			continue
		}
		if looked++; looked > most {
			return
		}
		b, tries := givenUpAt(p, w)
		switch {
		case b == nil || tries == told:
		case d == nil:
			d = p.Reportf(n, "%s says %s, but there are %d until %s (%s); write the same number into both", w.Label(), words.Quote(said), tries, b.Transition.From.Label(), b.Words()).
				Relate(b, "where they are counted").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n, "so it is with "+w.Label())
		}
	}
}

// givenUpAt returns the branch of a split on a counter after which a text comes when there were too many
// tries, and how many they were; nil when that is not known.
func givenUpAt(p *lint.Pass, told *flow.Widget) (*reads.Branch, int) {
	const most = 8 // splits
	for _, t := range told.In[:min(len(told.In), most)] {
		if !t.From.Facts.Split {
			continue
		}
		for i := range reads.Branches.Of(p)[t.From.Index] {
			b := &reads.Branches.Of(p)[t.From.Index][i]
			if n, ok := answers.Tries(p.Document, *b); ok {
				return b, n
			}
		}
	}
	return nil, 0
}
