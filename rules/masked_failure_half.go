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

// reportHalfDone reports the second of two requests that store an answer, when its failure is told as that
// of the first, which has stored its part by then: once.
func reportHalfDone(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !offer.NamesStoring(w.Name) || !p.Flow.Reachable(w) {
			continue
		}
		next := effects.PastSetting(w.OnKind(schemas.KindSuccess))
		if next == nil || next == w || next.Facts.Request == nil || !offer.NamesStoring(next.Name) ||
			!reads.GivenAnswer(p.Flow, w) || !reads.GivenAnswer(p.Flow, next) {
			continue
		}
		first, second := w.OnKind(schemas.KindFailure), next.OnKind(schemas.KindFailure)
		told := tellsOfFailure(first)
		switch {
		case told == nil || second == nil || effects.PastSetting(second) != told:
		case d == nil:
			d = p.Reportf(second.NextNode, "when %s fails (%s), %s has stored its part, but %s tells of both alike: who tries again may be stored twice",
				next.Label(), words.Quote(second.Event), w.Label(), told.Label()).As(finding.Note).Relate(w, "what is stored by then").Identify(next.Label())
		default:
			d.Also(second, "so it is with "+next.Label())
		}
	}
}

// tellsOfFailure returns what tells a person that something has failed, after which nobody learns more.
func tellsOfFailure(failed *flow.Transition) *flow.Widget {
	told := effects.Next(failed, effects.Tells)
	if told == nil || !offer.Troubled(effects.Prompt(told).Text()) {
		return nil
	}
	if t := told.Onward(); t == nil || !t.Ends() {
		return nil
	}
	return told
}
